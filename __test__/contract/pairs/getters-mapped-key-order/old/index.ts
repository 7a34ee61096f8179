export type Getters<T> = { readonly [K in keyof T as `get${Capitalize<K & string>}`]: () => T[K] };
export declare function getters<T extends object>(value: T): Getters<T>;
