export declare function range(end: number): number[];
export declare function range(start: number, end: number): number[];
