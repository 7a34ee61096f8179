interface Spec { readonly type: "string" | "number" | "flag"; readonly optional?: boolean }
type ValueOf<S extends Spec> = S["type"] extends "string" ? string : S["type"] extends "number" ? number : boolean;
type Values<C extends Record<string, Spec>> = { readonly [K in keyof C]: ValueOf<C[K]> | (C[K]["optional"] extends true ? undefined : never) };
export declare function args<const C extends Record<string, Spec>>(spec: C, argv?: readonly string[]): Values<C>;
export declare function help(spec: Record<string, Spec>): string;
