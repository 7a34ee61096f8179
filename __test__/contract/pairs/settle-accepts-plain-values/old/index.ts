export declare function settle<T>(tasks: readonly Promise<T>[]): Promise<T[]>;
