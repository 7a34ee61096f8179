interface Debounced<Args extends unknown[]> { (...args: Args): void; cancel(): void }
export declare function debounce<Args extends unknown[]>(run: (...args: Args) => void, ms: number): Debounced<Args>;
