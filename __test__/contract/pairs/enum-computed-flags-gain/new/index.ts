export enum Flags { None = 0, Bold = 1 << 0, Italic = 1 << 1, Under = 1 << 2, }
export declare function draw(text: string, flags: Flags): void;
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
