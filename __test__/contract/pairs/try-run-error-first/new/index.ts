export type Result<E, T> = { ok: true; value: T } | { ok: false; error: E };
export declare function tryRun<E, T>(run: () => T): Result<E, T>;
