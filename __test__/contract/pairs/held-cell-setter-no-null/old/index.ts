export declare class Cell<T> { private constructor(); static of<T>(value: T): Cell<T>; get value(): T; set value(next: T | null) }
