import { track } from "./surface";
track("a", undefined); track("b", 2);
