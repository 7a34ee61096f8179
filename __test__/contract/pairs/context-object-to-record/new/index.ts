export declare function report(message: string, context: Record<string, unknown>): void;
