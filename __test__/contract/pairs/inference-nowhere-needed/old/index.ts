export declare function log<T>(value: T): void;
