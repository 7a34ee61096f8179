export declare const field: Box<Box<Box<Box<Box<{ a: string }>>>>>;
type Box<T> = { [K in keyof T]: { value: T[K] } };
export {};
