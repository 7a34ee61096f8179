import { log, LogLevel } from "./surface";
log(LogLevel.Trace, "a");
