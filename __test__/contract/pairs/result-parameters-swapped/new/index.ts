export type Result<E, T> = { ok: true; value: T } | { ok: false; error: E };
export declare function attempt<T>(fn: () => T): Result<Error, T>;
