export * from "./dates";
export * from "./strings";
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
