export declare function options<T extends string>(values: readonly T[]): { values: T[] };
export declare function tuple<T extends readonly unknown[]>(values: T): T;
