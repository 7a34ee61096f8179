import type { ComponentPropsWithoutRef, ElementType, JSX } from "react";
type Props<E extends ElementType> = { as?: E; tone?: "a" | "b" } & Omit<ComponentPropsWithoutRef<E>, "as" | "tone">;
export declare function Box<E extends ElementType = "button">(props: Props<E>): JSX.Element;
