type Leaves<T, P extends string = ""> = { [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`> }[keyof T & string];
declare const tree: { nav: { home: string; help: string; back: string }; ok: string };
export declare function translate(key: Leaves<typeof tree>): string;
export declare function plural(n: number, one: string, many: string): string;
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
