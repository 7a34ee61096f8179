export interface Logger { (message: string): void; level: "info" | "error"; error(cause: unknown): void; child(name: string): Logger }
export declare const logger: Logger;
