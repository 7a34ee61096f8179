import type { ComponentPropsWithoutRef, ElementType, JSX } from "react";
export declare function Box<E extends ElementType = "div">(props: { as?: E; gap?: number } & Omit<ComponentPropsWithoutRef<E>, "as" | "gap">): JSX.Element;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
