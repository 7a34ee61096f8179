export declare function max(first: number, ...rest: number[]): number;
