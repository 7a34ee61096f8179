export declare const SKIP: unique symbol;
export declare function visitAll(items: readonly number[], fn: (n: number) => number | symbol): number[];
