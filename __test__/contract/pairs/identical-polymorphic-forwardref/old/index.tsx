import type { ComponentPropsWithRef, ElementType, ReactElement, ReactNode } from "react";
type AsProps<E extends ElementType, P> = P & Omit<ComponentPropsWithRef<E>, keyof P | "as"> & { as?: E };
export interface LinkOwn { readonly tone?: "quiet" | "loud"; readonly prefix?: ReactNode }
export interface LinkComponent { <E extends ElementType = "a">(props: AsProps<E, LinkOwn>): ReactElement | null; displayName?: string; Group: (p: { children: ReactNode }) => ReactNode }
export declare const Link: LinkComponent;
