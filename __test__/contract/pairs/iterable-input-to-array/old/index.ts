export declare function sumAll(values: Iterable<number>): number;
