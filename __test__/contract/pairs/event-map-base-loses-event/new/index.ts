interface CartEvents { pick: { sku: string } }
interface Events extends CartEvents { drop: { sku: string; at: number } }
export declare function on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void;
export declare function emit<K extends keyof Events>(event: K, payload: Events[K]): void;
export {};
