export declare function schedule(job: (signal: AbortSignal) => void | Promise<void>): { cancel(): void };
