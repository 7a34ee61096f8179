export declare function frozen<T>(value: T): { readonly [K in keyof T]?: T[K] };
export type Deep<T> = Partial<{ [K in keyof T]: Deep<T[K]> }>;
