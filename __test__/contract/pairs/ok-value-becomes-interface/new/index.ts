interface User { id: string; mail: string }
type Outcome<T> = { ok: true; value: T } | { ok: false; message: string };
export declare function readUser(): Outcome<User>;
