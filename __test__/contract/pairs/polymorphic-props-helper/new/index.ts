import type { ComponentPropsWithoutRef, ElementType, JSX } from "react";
type Polymorphic<E extends ElementType, Own> = Own & { as?: E } & Omit<ComponentPropsWithoutRef<E>, keyof Own | "as">;
interface TextOwn { truncate?: boolean; weight?: "normal" | "bold" }
export type TextProps<E extends ElementType> = Polymorphic<E, TextOwn>;
export declare function Text<E extends ElementType = "span">(props: TextProps<E>): JSX.Element;
