export declare function load<T>(key: string, decode: (raw: string) => T): T;
export declare function keys(): string[];
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
