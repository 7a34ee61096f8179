type Frozen<T> = T extends (infer U)[] ? ReadonlyArray<Frozen<U>> : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
export interface Conf { name: string; limits: { cpu: number; tags: string[] } }
export declare function freeze<T>(value: T): Frozen<T>;
export declare function config(): Frozen<Conf>;
export {};
