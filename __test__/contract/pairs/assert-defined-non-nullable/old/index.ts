export declare function defined<T>(value: T, message?: string): NonNullable<T>;
export declare function compact<T>(values: readonly T[]): NonNullable<T>[];
