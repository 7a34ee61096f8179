import { log, LogLevel } from "./surface";
log(LogLevel.Debug, "a"); const l: LogLevel = LogLevel.Error; log(l, "b"); LogLevel[20].trim();
