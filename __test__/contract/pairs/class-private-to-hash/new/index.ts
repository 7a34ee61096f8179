export declare class Cache<V> { #map: Map<string, V>; #hits: number; constructor(max?: number); get(key: string): V | undefined; set(key: string, value: V): void }
