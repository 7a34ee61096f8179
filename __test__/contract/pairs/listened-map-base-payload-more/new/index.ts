interface CartEvents { pick: { sku: string; count: number } }
interface Events extends CartEvents { drop: { at: number } }
export declare function on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void;
export {};
