export interface Events { pick: { sku: string }; drop: { at: number } }
export declare function on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void;
export {};
