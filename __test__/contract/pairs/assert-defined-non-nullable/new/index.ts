export declare function defined<T>(value: T, message?: string): T & {};
export declare function compact<T>(values: readonly T[]): Array<T & {}>;
