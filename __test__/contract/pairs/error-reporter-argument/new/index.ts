export declare function captureError(error: Error, tags?: Record<string, string>): string;
