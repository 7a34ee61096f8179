import { log } from "./surface";
log((line) => line.trim());
export {};
