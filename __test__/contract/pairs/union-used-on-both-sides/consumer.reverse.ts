import { setMode } from "./surface";
setMode("auto");
export {};
