export interface Memoized<A extends unknown[], R> { (...args: A): R; clear(): void; readonly size: number }
export declare function memoize<A extends unknown[], R>(fn: (...args: A) => R): Memoized<A, R>;
