export declare function two<T>(a: T, b: unknown): T;
