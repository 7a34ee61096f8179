export declare function last<T>(list: readonly T[], fallback?: T): T | undefined;
export declare function last<T>(list: T[], fallback: T): T | undefined;
