export interface Signal<T> { readonly value: T;  }
export declare function signal<T>(v: T): Signal<T>;
