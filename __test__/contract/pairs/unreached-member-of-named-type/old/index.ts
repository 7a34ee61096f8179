interface Audit { by: string }
interface Events { pick: { sku: string }; audit: Audit }
export declare function on<K extends "pick">(name: K, run: (event: Events[K]) => void): void;
export {};
