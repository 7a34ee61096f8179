export declare function total(values: number[]): number;
