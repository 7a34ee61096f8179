import { log, Level } from "./surface";
log(Level.Trace, 1);
