type Predicate<T> = (one: T) => boolean;
export declare function dropWhile(test: Predicate<string>): string;
export declare function dropWhile<T extends object>(test: Predicate<T>, list: T[]): T[];
export {};
