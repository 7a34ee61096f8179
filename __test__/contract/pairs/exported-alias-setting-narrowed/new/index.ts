export type Limits = { rows: number; depth: number };
export declare function limit<L extends keyof Limits>(name: L, value: Limits[L]): void;
