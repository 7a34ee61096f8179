export declare function sum(...amounts: (number | bigint)[]): number;
