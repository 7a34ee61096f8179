export declare function range(from: number, ...bounds: number[]): number[];
