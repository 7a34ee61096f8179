export declare function batch<T>(items: readonly T[], work: (item: T, index: number) => number): Promise<number[]>;
export declare const batchSize: number;
