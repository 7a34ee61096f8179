export enum Level { Debug = 10, Info = 20 }
type LogFn = (level: Level, ...parts: readonly unknown[]) => void;
export declare const log: LogFn;
export declare function setThreshold(opts: { level: Level; color?: boolean }): void;
