type Only<T, U> = T & { [K in keyof U]?: never };
interface At { at: Date } interface After { afterMs: number }
export declare function schedule(when: Only<At, After> | Only<After, At>, run: () => void): number;
export declare function cancel(id: number): boolean;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
