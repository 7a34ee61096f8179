export declare class Collection<T> { constructor(items?: readonly T[]); readonly size: number; toArray(): T[]; [Symbol.iterator](): IterableIterator<T> }
