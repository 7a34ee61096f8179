type DeepReadonly<T> = T extends (infer E)[] ? readonly DeepReadonly<E>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Settings = { locale: string; flags: string[]; nested: { depth: number } };
export declare function settings(): Settings;
export declare function reset(): void;
