type Predicate<T> = (one: T) => boolean;
export declare function dropWhile(test: Predicate<string>, ...more: unknown[]): string;
export declare function dropWhile<T>(test: Predicate<T>, list: T[]): T[];
export {};
