export interface Events { pick: { sku: string } }
export declare function on<K extends "pick">(name: K, run: (event: Events[K]) => void): void;
