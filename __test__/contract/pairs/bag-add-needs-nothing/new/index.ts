export declare class Bag<T> { add(...items: T[]): this; readonly size: number }
