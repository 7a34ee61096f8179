export type Complete<T> = { [K in keyof T]-?: T[K] };
export declare function withDefaults<T extends object>(value: T): Complete<T>;
