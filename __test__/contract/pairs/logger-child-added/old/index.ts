export interface Logger { (message: string): void; level: "info" | "error"; error(cause: unknown): void }
export declare const logger: Logger;
