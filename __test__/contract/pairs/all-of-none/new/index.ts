export declare function firstOf<T>(...values: T[]): T | undefined;
