declare class Store { count(): number; label: string; flush(): void; }
export declare function count(): ReturnType<Store["count"]>;
export declare function name<K extends "label">(key: K): Store[K];
export {};
