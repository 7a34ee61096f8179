import { log } from "./surface";
log("a", "b");
