export declare function provide<T>(base: abstract new (...args: never[]) => T, make: () => T): { get(): T };
export declare function providerCount(): number;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
