export declare function first<T>(list: readonly T[]): T | undefined;
