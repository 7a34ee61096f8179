export declare function label<T extends { a: string; b?: unknown }>(x: T): T;
