export declare function debounce<A extends unknown[]>(run: (...args: A) => void, ms: number): { (...args: A): void; cancel(): void };
