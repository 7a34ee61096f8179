export interface Cell<V> { value: V; update: (fn: (old: V) => V) => Cell<V> }
export declare function cell<V>(v: V): Cell<V>;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
