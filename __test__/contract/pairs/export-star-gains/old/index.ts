export * from "./dates";

export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
