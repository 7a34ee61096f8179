export declare function log<T>(value: unknown): void;
