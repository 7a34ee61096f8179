import type { ComponentPropsWithoutRef, ElementType, ReactNode } from "react";
type Own<E extends ElementType> = { as?: E; gap?: number; pad?: number; children?: ReactNode };
export type BoxProps<E extends ElementType> = Own<E> & Omit<ComponentPropsWithoutRef<E>, keyof Own<E>>;
export function Box<E extends ElementType = "div">(props: BoxProps<E>): ReactNode {
  const { as, gap, ...rest } = props;
  const Tag: ElementType = as ?? "div";
  return <Tag {...rest} style={{ gap }} />;
}
export const unit = (n: number) => `${n * 4}px`;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
