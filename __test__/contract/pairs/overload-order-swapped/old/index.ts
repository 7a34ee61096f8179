export declare function select(value: string): { one: string };
export declare function select(value: string | string[]): { many: string[] };
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
