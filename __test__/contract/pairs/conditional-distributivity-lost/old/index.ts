type Box<T> = { readonly boxed: T };
type Boxed<T> = T extends unknown ? Box<T> : never;
export declare function box<T>(v: T): Boxed<T>;
export declare function unbox<T>(b: Box<T>): T;
export declare function flip(): Boxed<string | number>;
export declare function give(b: Boxed<string | number>): void;
