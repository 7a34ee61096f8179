interface Options { a: string }
export declare function kindOf<X>(x: X): X extends Options ? 1 : 2;
export {};
