export interface Task<T> { readonly id: number; cancel(): void; readonly result: Promise<T> }
export declare function spawn<T>(work: () => T | PromiseLike<T>): Task<Awaited<T>>;
export declare function idle(): Promise<void>;
