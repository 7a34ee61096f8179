export declare function range(from: number, to?: number): number[];
