export declare function captureError(error: unknown, tags?: Record<string, string>): string;
