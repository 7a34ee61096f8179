interface EventMap {
  "cart:add": { sku: string; qty: number };
  "cart:clear": undefined;
  
}
type Handler<K extends keyof EventMap> = (payload: EventMap[K], meta: { at: number }) => void;
export interface Bus {
  on<K extends keyof EventMap>(event: K, handler: Handler<K>): () => void;
  once<K extends keyof EventMap>(event: K): Promise<EventMap[K]>;
}
export declare const bus: Bus;
export declare function silence(): void;
