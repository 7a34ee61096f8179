/** Waits. */
export declare function delay(ms: number): Promise<void>;
