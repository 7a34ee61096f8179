declare const tag: unique symbol;
export type Id<T extends string> = string & { readonly [tag]: T };
export declare function newId(): string;
export declare function show(id: string): void;
export declare function parseId(text: string): Id<"order"> | null;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
