export declare class Bag<T> { add(first: T, ...rest: T[]): this; readonly size: number }
