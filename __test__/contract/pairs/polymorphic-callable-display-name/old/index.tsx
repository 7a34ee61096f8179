import type { ComponentPropsWithRef, ElementType, ReactElement } from "react";
type AsProps<E extends ElementType, P> = P & Omit<ComponentPropsWithRef<E>, keyof P | "as"> & { as?: E };
interface Own { readonly size?: 1 | 2 }
export declare const Heading: { <E extends ElementType = "h1">(props: AsProps<E, Own>): ReactElement | null; displayName?: string };
export declare function useHeadingLevel(): 1 | 2;
