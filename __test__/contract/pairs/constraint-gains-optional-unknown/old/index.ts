export declare function label<T extends { a: string }>(x: T): T;
