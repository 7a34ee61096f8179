import { log, LogLevel } from "./surface";
log(LogLevel.Debug, "x"); const l: LogLevel = LogLevel.Error; log(l, "y"); export type L = LogLevel.Debug; export const v: string = l;
