export interface Job { readonly id: string }
type Done<T> = (err: Error | null, result?: T, stats?: { readonly ms: number }) => void;
export declare function run<T>(job: Job, work: (j: Job, signal: AbortSignal) => T, done: Done<T>): void;
export declare function queue(jobs: readonly Job[]): void;
