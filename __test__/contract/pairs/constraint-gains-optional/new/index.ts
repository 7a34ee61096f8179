export declare function label<T extends { a: string; b?: number }>(x: T): T;
