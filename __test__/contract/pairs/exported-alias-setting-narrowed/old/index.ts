export type Limits = { rows: number | "all"; depth: number };
export declare function limit<L extends keyof Limits>(name: L, value: Limits[L]): void;
