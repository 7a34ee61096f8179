type ToNumber<S extends string> = S extends `${infer N extends number}` ? N : never;
type Port = 80 | 443;
export declare function listen(port: Port): void;
export declare function port(): Port | null;
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
