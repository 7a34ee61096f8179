interface Events { pick: { sku: string }; audit: { user: string }; }
export declare function on<K extends "pick">(event: K, listener: (payload: Events[K]) => void): void;
export {};
