export enum LogLevel { Debug = "debug", Error = "error" }
export function log(level: LogLevel, text: string): void { console.log(level, text); }
