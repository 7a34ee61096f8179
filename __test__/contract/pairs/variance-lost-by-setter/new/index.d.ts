export interface Signal<T> { readonly value: T; set: (v: T) => void; }
export declare function signal<T>(v: T): Signal<T>;
