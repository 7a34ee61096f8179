interface Events { pick: { sku: string }; audit: { by: number } }
export declare function on<K extends "pick">(name: K, run: (event: Events[K]) => void): void;
export type Audit = Events["audit"];
