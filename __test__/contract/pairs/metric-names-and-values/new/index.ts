type Metrics = { lcp: number | bigint; route: string | URL; cls: number };
export declare function record<M extends keyof Metrics>(name: M, value: Metrics[M], tags?: Record<string, string | number>): void;
