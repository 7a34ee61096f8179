export declare function logValue(value: unknown): void;
