interface Events { open: {}; pick: { detail: { sku: string } }; close: {}; }
type Payload<K extends keyof Events> = Events[K] extends { detail: infer D } ? D : undefined;
export declare function on<K extends keyof Events>(event: K, listener: (payload: Payload<K>) => void): () => void;
export {};
