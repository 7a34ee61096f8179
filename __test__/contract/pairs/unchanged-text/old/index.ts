export interface A { a: string; b?: number } export declare function f(a: A): Promise<A>; export declare const any: any;
