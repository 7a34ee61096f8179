type Vars<S extends string> = S extends `${string}{${infer V}}${infer R}` ? V | Vars<R> : never;
type Args<S extends string> = [Vars<S>] extends [never] ? [] : [vars: { [K in Vars<S>]: string | number }];
interface En { readonly hi: "Hi {name}"; readonly left: "{n} left"; readonly ok: "OK" }
export declare function t<K extends keyof En>(key: K, ...args: Args<En[K]>): string;
export declare function plural(n: number, one: string, many: string): string;
