type Metrics = { lcp: number; route: string };
export declare function record<M extends keyof Metrics>(name: M, value: Metrics[M], tags?: Record<string, string>): void;
