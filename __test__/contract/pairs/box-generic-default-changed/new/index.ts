export interface Cell<V = unknown> { value: V; readonly row: number }
export declare function cellAt(row: number): Cell<string>;
