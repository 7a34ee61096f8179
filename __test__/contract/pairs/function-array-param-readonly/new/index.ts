export declare function total(values: readonly number[]): number;
