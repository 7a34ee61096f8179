interface State { user: string; cart: { count: number }; debug: boolean; }
export declare const store: { select<K extends "user" | "cart">(key: K): State[K]; subscribe(key: keyof State, run: () => void): void };
export {};
