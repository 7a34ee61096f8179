export interface FetchContext { signal: AbortSignal; key: readonly unknown[] }
export declare function prefetch<T>(key: readonly unknown[], fn: () => Promise<T>): Promise<void>;
