type All = "a" | "b" | "c" | 1 | 2;
export declare function letters(): Exclude<All, number>;
export declare function digits(d: 1 | 2): void;
export declare function maybe(): string;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
