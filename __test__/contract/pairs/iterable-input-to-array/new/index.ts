export declare function sumAll(values: readonly number[]): number;
