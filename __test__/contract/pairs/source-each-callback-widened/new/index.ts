export interface Source<T> { each(visit: (value: T | undefined, index: number) => void): void; readonly length: number }
export declare function source<T>(...items: T[]): Source<T>;
