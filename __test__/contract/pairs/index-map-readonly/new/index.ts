export declare function indexById<T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T>;
