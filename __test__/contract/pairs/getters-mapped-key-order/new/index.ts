export type Getters<T> = { readonly [Key in keyof T as `get${Capitalize<string & Key>}`]: () => T[Key] };
export declare function getters<T extends object>(value: T): Getters<T>;
