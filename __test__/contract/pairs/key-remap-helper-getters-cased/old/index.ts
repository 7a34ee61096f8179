interface State { readonly count: number; readonly user: { readonly name: string } }
type Getters<T> = { readonly [K in keyof T & string as `get${Capitalize<K>}`]: () => T[K] };
type Setters<T> = { readonly [K in keyof T & string as `set${Capitalize<K>}`]: (v: T[K]) => void };
export declare const store: Getters<State> & Setters<State>;
export declare function reset(): void;
