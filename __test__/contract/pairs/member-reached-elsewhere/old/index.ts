interface Events { pick: { sku: string }; audit: { by: string } }
export declare function on<K extends "pick">(name: K, run: (event: Events[K]) => void): void;
export declare function audit(): Events["audit"];
export {};
