interface A { user: string }
interface B extends A {}
interface State extends B { count: number }
export interface Store { get<K extends keyof State>(key: K): State[K]; watch<K extends keyof State>(key: K, run: (next: State[K]) => void): void }
export declare const store: Store;
export {};
