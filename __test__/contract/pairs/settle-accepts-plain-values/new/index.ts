export declare function settle<T>(tasks: readonly (T | PromiseLike<T>)[]): Promise<T[]>;
