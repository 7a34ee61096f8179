interface Cell<T> { get value(): T; set value(next: T | string); readonly dirty: boolean }
export declare const amount: Cell<number>;
