export declare function useLogger(logger: { log(message: string, ...args: unknown[]): void; level?: "debug" | "info" }): void;
