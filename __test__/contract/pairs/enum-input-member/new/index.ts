export enum LogLevel { Debug = "debug", Error = "error", Trace = "trace" }
export function log(level: LogLevel, text: string): void { console.log(level, text); }
