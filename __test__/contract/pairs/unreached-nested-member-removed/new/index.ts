interface Node { kind: string; meta: { size: number } }
export declare function meta<K extends "size">(key: K): Node["meta"][K];
export {};
