interface Events { pick: { sku: string }; audit: { by: string; at: number } }
export declare function on<K extends "pick">(name: K, run: (event: Events[K]) => void): void;
export declare function all(): Events;
export {};
