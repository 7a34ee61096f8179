export interface Writable<V, A extends unknown[]> { get(): V; set(...args: A): void; onChange(cb: (v: V) => void): () => void }
export declare const volume: Writable<number, [next: number | "mute", fade?: number]>;
export declare const muted: Writable<boolean, []>;
