export interface Schema<T> { parse(input: unknown): T; optional(): Schema<T | undefined>; safeParse(input: unknown): { ok: true; value: T } | { ok: false; issues: string[] } }
export type Infer<S> = S extends Schema<infer T> ? T : never;
export declare function object<S extends Record<string, Schema<unknown>>>(shape: S): Schema<{ [K in keyof S]: Infer<S[K]> }>;
export declare function string(): Schema<string>;
