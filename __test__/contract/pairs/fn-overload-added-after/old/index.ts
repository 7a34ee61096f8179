export declare function parse(input: string): { text: string };
export declare function stringify(value: { text: string }): string;
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
