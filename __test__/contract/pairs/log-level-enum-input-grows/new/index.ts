export declare enum LogLevel { Debug = 10, Info = 20, Warn = 30, Error = 40 }
export declare function log(level: LogLevel, message: string): void;
