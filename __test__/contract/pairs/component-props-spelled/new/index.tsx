import type { ComponentProps, ComponentPropsWithoutRef, JSX, Ref } from "react";
export type StackProps = { gap?: number; ref?: Ref<HTMLDivElement> } & ComponentPropsWithoutRef<"div">;
export declare function Stack(props: StackProps): JSX.Element;
export type UsedByNobody = ComponentProps<"i">["id"];
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
