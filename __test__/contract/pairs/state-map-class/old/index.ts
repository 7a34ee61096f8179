interface State { user: string; count: number }
export interface Store { get<K extends keyof State>(key: K): State[K]; watch<K extends keyof State>(key: K, run: (next: State[K]) => void): void }
export declare const store: Store;
export {};
