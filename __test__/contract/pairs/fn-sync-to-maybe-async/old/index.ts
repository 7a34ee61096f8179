export declare function compute(seed: number): number;
export declare function seedOf(text: string): number;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
