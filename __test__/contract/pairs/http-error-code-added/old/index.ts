export declare class HttpError extends Error { constructor(status: number, message?: string); readonly status: number }
export declare function report(error: HttpError): void;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
