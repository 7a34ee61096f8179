export declare function sum(start: number, ...amounts: (number | bigint)[]): number;
