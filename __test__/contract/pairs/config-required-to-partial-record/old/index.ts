type Level = "debug" | "info" | "error";
type Targets = Record<Level, string>;
export interface LoggerConfig { readonly name: string; readonly targets: Targets; readonly context?: object }
export declare function createLogger(config: LoggerConfig): { readonly log: (level: Level, text: string) => void };
export declare const levels: readonly Level[];
