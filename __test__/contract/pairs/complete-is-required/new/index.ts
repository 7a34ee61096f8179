export type Complete<T> = Required<T>;
export declare function withDefaults<T extends object>(value: T): Required<T>;
