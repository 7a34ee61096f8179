export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };
export declare function attempt<T>(fn: () => T): Result<T, Error>;
