import { log } from "./surface";
log("%s");
export {};
