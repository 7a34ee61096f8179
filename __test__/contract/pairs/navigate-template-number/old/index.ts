export declare function navigate(to: `/users/${string}` | "/", options?: { replace?: boolean }): void;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
