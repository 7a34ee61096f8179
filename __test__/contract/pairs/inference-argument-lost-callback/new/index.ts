export declare function each<T>(list: unknown[], then: (item: T) => void): void;
