export declare function each<T>(list: T[], then: (item: T) => void): void;
