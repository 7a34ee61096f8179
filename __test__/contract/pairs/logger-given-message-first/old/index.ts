export declare function useLogger(logger: { log(...args: unknown[]): void; level?: "debug" | "info" }): void;
