interface Row { id: number; name: string; }
export declare function get<K extends "id" | "name">(key: K): Row[K];
export declare function set<K extends "id">(key: K, value: Row[K]): void;
export {};
