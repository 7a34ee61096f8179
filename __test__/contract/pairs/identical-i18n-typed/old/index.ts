type Vars<S extends string> = S extends `${string}{${infer V}}${infer R}` ? V | Vars<R> : never;
type Args<S extends string> = [Vars<S>] extends [never] ? [] : [vars: { [K in Vars<S>]: string | number }];
export declare const en: { readonly hi: "Hi {name}"; readonly n: "{count} of {total}"; readonly ok: "OK" };
export declare function t<K extends keyof typeof en>(key: K, ...args: Args<(typeof en)[K]>): string;
