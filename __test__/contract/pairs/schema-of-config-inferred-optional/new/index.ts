interface Spec { readonly type: "string" | "number" | "flag"; readonly optional?: boolean }
type ValueOf<S extends Spec> = S["type"] extends "string" ? string : S["type"] extends "number" ? number : boolean;
type Values<C extends Record<string, Spec>> = { readonly [K in keyof C]: C[K] extends { optional: true } ? { readonly set: boolean; readonly value?: ValueOf<C[K]> } : ValueOf<C[K]> };
export declare function args<const C extends Record<string, Spec>>(spec: C, argv?: readonly string[]): Values<C>;
export declare function help(spec: Record<string, Spec>): string;
