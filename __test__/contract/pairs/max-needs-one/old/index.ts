export declare function max(...values: number[]): number;
