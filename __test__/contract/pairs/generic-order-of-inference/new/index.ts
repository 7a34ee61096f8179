export declare function mapValues<R, V>(map: Record<string, V>, fn: (value: V, key: string) => R): Record<string, R>;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
