export declare function debug(message: string, extra?: unknown): void;
