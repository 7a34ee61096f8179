export interface Signal<T> { get(): T; set: (value: T) => void; subscribe(run: (value: T) => void): () => void }
export declare function signal<T>(initial: T): Signal<T>;
