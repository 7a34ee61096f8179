export declare function logValue<T>(value: T): void;
