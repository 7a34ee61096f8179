export interface Signal<T> { get(): T; subscribe(run: (value: T) => void): () => void }
export declare function signal<T>(initial: T): Signal<T>;
