type Fn = (x: any) => any;
type Last<A extends readonly unknown[]> = A extends readonly [...unknown[], infer Z] ? Z : never;
type Chain<F extends readonly Fn[]> = F extends readonly [(a: infer A) => any, ...any[]] ? (Last<F> extends (x: any) => infer R ? (a: A) => R : never) : never;
export declare function pipe<F extends readonly [Fn, ...Fn[]]>(...fns: F): Chain<F>;
export declare function tuple<T extends readonly unknown[]>(...t: T): T;
