export declare function each<T>(items: Iterable<T>, visit: (value: T) => void): void;
export declare function defer(fn: () => void): void;
