import type { ComponentPropsWithoutRef, ElementType, ReactNode, JSX } from "react";
type Own = { gap?: number; inset?: boolean };
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function Stack<E extends ElementType = "div">(props: Merge<ComponentPropsWithoutRef<E>, Own & { as?: E }>): JSX.Element;
export declare const Divider: () => ReactNode;
