export interface Memoized<A extends unknown[], R> { (...args: A): R; clear(): void }
export declare function memoize<A extends unknown[], R>(fn: (...args: A) => R): Memoized<A, R>;
