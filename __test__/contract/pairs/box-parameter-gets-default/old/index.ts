export interface Crate<T> { readonly content: T; open(): T }
export declare function crate<T>(content: T): Crate<T>;
