export declare function last<T>(list: readonly T[]): T | undefined;
export declare function last<T>(list: T[], fallback: T): T | undefined;
