import type { ComponentPropsWithRef, ElementType, ReactNode } from "react";
type Rest<T extends ElementType, Own> = Omit<ComponentPropsWithRef<T>, keyof Own | "as">;
interface Own { readonly size?: 1 | 2 }
export declare const Heading: { <E extends ElementType = "h1">(props: Own & Rest<E, Own> & { as?: E }): ReactNode; displayName?: string };
export declare function useHeadingLevel(): 1 | 2;
