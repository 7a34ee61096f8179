export declare function startPolling(url: string, ms: number): { stop(): void };
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
