import { log, LogLevel } from "./surface";
log(LogLevel.Warn, "a");
