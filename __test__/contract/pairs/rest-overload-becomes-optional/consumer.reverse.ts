import { log } from "./surface";
log(1);
