import type { ReactNode, MouseEvent } from "react";
export type ButtonTone = "neutral" | "accent";
export interface ButtonProps {
  tone?: ButtonTone;
  children: ReactNode;
  onPress?(event: MouseEvent<HTMLButtonElement>): void;
}
export function Button({ tone = "neutral", children, onPress }: ButtonProps) {
  return <button data-tone={tone} onClick={onPress}>{children}</button>;
}
export function ButtonRow(props: { children: ReactNode }) { return <div>{props.children}</div>; }
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
