export type Labels<T> = { [K in keyof T]: string };
export declare function label<T>(value: T, labels: Labels<T>): void;
