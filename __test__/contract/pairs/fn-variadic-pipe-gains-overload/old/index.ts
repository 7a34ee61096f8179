type Fn<A, B> = (a: A) => B;
export declare function pipe<A, B>(ab: Fn<A, B>): Fn<A, B>;
export declare function pipe<A, B, C>(ab: Fn<A, B>, bc: Fn<B, C>): Fn<A, C>;
export declare function identity<T>(x: T): T;
