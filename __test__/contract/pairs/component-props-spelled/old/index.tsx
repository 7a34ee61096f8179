import type { ComponentProps, ComponentPropsWithoutRef, JSX, Ref } from "react";
export type StackProps = ComponentProps<"div"> & { gap?: number };
export declare function Stack(props: StackProps): JSX.Element;
export type UsedByNobody = ComponentProps<"i">["id"];
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
