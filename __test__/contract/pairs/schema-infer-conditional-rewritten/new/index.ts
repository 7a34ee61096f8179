export interface Codec<A, I> { decode(input: I): A; encode(value: A): I }
export type TypeOf<C> = C extends Codec<infer V, infer In> ? V : never;
export declare const isoDate: Codec<Date, string>;
export declare function list<A, I>(of: Codec<A, I>): Codec<A[], I[]>;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
