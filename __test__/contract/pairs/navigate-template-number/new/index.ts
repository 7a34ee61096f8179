export declare function navigate(to: `/users/${number}` | "/", options?: { replace?: boolean }): void;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
