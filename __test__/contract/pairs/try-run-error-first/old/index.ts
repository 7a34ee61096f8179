export type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
export declare function tryRun<T, E = Error>(run: () => T): Result<T, E>;
