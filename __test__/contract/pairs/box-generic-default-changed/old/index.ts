export interface Cell<V = string> { value: V; readonly row: number }
export declare function cellAt(row: number): Cell;
