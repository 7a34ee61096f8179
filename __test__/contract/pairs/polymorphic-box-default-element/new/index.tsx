import type { ComponentPropsWithoutRef, ElementType, ReactNode } from "react";
type Own = { gap?: number; inset?: boolean };
type PolyProps<E extends ElementType, P> = P & { as?: E } & Omit<ComponentPropsWithoutRef<E>, keyof P | "as">;
export declare function Box<E extends ElementType = "button">(props: PolyProps<E, Own>): ReactNode;
export declare function Text<E extends ElementType = "span">(props: PolyProps<E, { size?: "s" | "m" }>): ReactNode;
