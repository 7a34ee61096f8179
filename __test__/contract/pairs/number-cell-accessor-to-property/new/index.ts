interface Cell<V> { value: V; readonly dirty: boolean }
export declare const amount: Cell<number>;
export declare function cellOf<V>(value: V): Cell<V | null>;
