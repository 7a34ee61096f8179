export declare function f<T>(value: T, words: Partial<Record<keyof T, string>>): void;
