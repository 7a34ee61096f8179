export declare function f<T>(value: T, words: { [K in keyof T]?: string }): void;
