export declare function two<T>(a: T, b: T): T;
