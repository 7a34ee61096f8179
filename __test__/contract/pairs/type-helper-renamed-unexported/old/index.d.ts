type DeepReadonly<T> = T extends (infer U)[] ? ReadonlyArray<DeepReadonly<U>> : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
export interface Conf { name: string; limits: { cpu: number; tags: string[] } }
export declare function freeze<T>(value: T): DeepReadonly<T>;
export declare function config(): DeepReadonly<Conf>;
export {};
