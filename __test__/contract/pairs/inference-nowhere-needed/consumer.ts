import { log } from "./surface";
log("a");
log<string>("a");
