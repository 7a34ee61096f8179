export type Errors<T> = { [K in keyof T]?: string };
export declare function check<T>(value: T): Errors<T>;
