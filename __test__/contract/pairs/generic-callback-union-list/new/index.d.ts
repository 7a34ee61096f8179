export declare function spawn<T>(work: () => T | PromiseLike<T>[]): string;
