interface Models { user: { row: { id: number } }; log: {}; }
export type Row<K extends keyof Models> = Models[K] extends { row: infer R } ? R : never;
export declare function find<K extends keyof Models>(name: K): Promise<Row<K>[]>;
export {};
