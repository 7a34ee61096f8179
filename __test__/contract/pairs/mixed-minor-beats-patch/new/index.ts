/** Resolves after the given number of milliseconds. */
export declare function delay(ms: number): Promise<void>;
export declare function debounce(run: () => void, ms: number): () => void;
