export declare function each<T>(items: Iterable<T>, visit: (item: T) => void): void;
export declare function defer(task: () => void): void;
