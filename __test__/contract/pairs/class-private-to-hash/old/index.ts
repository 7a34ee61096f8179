export declare class Cache<V> { private readonly map: Map<string, V>; private hits: number; constructor(max?: number); get(key: string): V | undefined; set(key: string, value: V): void }
