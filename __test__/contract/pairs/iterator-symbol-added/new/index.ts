export interface Collection<T> { readonly size: number; at(i: number): T | undefined; [Symbol.iterator](): IterableIterator<T> }
export declare function collect<T>(...items: T[]): Collection<T>;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
