export declare const KEY: unique symbol;
export interface InjectionKey<T> { readonly [KEY]: T }
export declare function inject<T>(key: InjectionKey<T>): T;
export declare function inject<T>(key: InjectionKey<T>, fallback: T): T;

export declare function provide<T>(key: InjectionKey<T>, value: T): void;
export declare const userKey: InjectionKey<{ readonly id: string }>;
