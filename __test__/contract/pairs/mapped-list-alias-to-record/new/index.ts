export type Errors<T> = Partial<Record<keyof T, string>>;
export declare function check<T>(value: T): Errors<T>;
