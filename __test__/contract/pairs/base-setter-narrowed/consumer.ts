import { frame } from "./surface";
frame().width = "1px";
