declare class Store { count(at?: string): number; label: string; flush(all: boolean): Promise<void>; }
export declare function count(): ReturnType<Store["count"]>;
export declare function name<K extends "label">(key: K): Store[K];
export {};
