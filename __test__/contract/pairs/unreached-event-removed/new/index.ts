interface Events { pick: { sku: string }; }
export declare function on<K extends "pick">(event: K, listener: (payload: Events[K]) => void): void;
export {};
