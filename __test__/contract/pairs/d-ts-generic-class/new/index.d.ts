export declare class Queue<T> { #items: T[]; constructor(items?: Iterable<T>); push(...items: T[]): number; shift(): T | undefined; peek(): T | undefined; readonly size: number }
export declare function drain<T>(queue: Queue<T>, each: (item: T) => void): void;
