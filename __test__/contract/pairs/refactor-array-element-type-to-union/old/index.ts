const sizes = ["xs", "sm", "xl"] as const;
export type ShirtSize = (typeof sizes)[number];
export function isSize(x: string): x is ShirtSize { return sizes.some(s => s === x); }
export function bigger(s: ShirtSize): ShirtSize { return s === "xs" ? "sm" : "xl"; }
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
