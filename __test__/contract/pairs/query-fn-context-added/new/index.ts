export interface FetchContext { signal: AbortSignal; key: readonly unknown[] }
export declare function prefetch<T>(key: readonly unknown[], fn: (ctx: FetchContext) => Promise<T>): Promise<void>;
