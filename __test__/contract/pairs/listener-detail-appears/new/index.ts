interface Events { open: { detail: { at: number } }; pick: { detail: { sku: string } }; }
type Payload<K extends keyof Events> = Events[K] extends { detail: infer D } ? D : undefined;
export declare function on<K extends keyof Events>(event: K, listener: (payload: Payload<K>) => void): () => void;
export {};
