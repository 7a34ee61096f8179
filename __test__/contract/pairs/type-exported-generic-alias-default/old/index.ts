export type Envelope<T = string> = { readonly data: T; readonly at: Date };
export declare function open<T>(e: Envelope<T>): T;
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
