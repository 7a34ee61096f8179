import { track } from "./surface";
track("a");
