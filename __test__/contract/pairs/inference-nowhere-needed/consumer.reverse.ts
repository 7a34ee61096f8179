import { log } from "./surface";
log<string>(1);
