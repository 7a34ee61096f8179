export declare function track(event: string, data: Record<string, unknown>): void;
export declare function flush(): Promise<number>;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
