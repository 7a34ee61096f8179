export type ErrorCode = "E_NETWORK" | "E_AUTH";
export declare class ApiError extends Error { private constructor(); readonly code: ErrorCode; static is(e: unknown): e is ApiError }
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
