export interface Job { readonly id: string }
type Done<T> = (err: Error | null, result?: T) => void;
export declare function run<T>(job: Job, work: (j: Job) => T, done: Done<T>): void;
export declare function queue(jobs: readonly Job[]): void;
