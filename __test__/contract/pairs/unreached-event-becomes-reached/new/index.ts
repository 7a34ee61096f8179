interface Events { pick: { sku: string }; audit: { user: number }; }
export declare function on<K extends "pick" | "audit">(event: K, listener: (payload: Events[K]) => void): void;
export {};
