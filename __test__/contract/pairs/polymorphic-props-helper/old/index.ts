import type { ComponentPropsWithoutRef, ElementType, JSX } from "react";
interface TextOwn { truncate?: boolean; weight?: "normal" | "bold" }
export type TextProps<E extends ElementType> = TextOwn & { as?: E } & Omit<ComponentPropsWithoutRef<E>, keyof TextOwn | "as">;
export declare function Text<E extends ElementType = "span">(props: TextProps<E>): JSX.Element;
