import type { ComponentPropsWithoutRef, ElementType, JSX } from "react";
interface BoxOwn<E> { as?: E; gap?: number }
type Merge<E extends ElementType, Own> = Own & Omit<ComponentPropsWithoutRef<E>, keyof Own>;
export declare function Box<El extends ElementType = "div">(props: Merge<El, BoxOwn<El>>): JSX.Element;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
