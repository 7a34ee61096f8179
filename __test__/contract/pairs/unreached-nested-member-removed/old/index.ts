interface Node { kind: string; meta: { size: number; owner: string } }
export declare function meta<K extends "size">(key: K): Node["meta"][K];
export {};
