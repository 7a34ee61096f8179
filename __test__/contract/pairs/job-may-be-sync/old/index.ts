export declare function schedule(job: (signal: AbortSignal) => Promise<void>): { cancel(): void };
