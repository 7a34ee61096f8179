type Outcome<T> = { ok: true; value: T } | { ok: false; message: string };
export declare function readUser(): Outcome<{ id: string; mail: string }>;
