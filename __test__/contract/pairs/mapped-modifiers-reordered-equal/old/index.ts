export declare function frozen<T>(value: T): Readonly<Partial<T>>;
export type Deep<T> = { [K in keyof T]?: Deep<T[K]> };
