export interface BusEvents {
  "cart:added": { sku: string; quantity: number };
  "cart:cleared": undefined;
  "cart:restored": { skus: string[] };
}
export interface Bus {
  on<K extends keyof BusEvents>(event: K, handler: (payload: BusEvents[K]) => void): () => void;
  once<K extends keyof BusEvents>(event: K): Promise<BusEvents[K]>;
}
export declare const bus: Bus;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
