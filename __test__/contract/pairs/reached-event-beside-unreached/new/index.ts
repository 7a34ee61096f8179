interface Events { pick: { sku: string | null }; audit: {}; }
export declare function on<K extends "pick">(event: K, listener: (payload: Events[K]) => void): void;
export {};
