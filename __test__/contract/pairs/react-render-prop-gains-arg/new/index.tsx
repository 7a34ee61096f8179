import type { ReactNode } from "react";
export interface Row { id: string; title: string }
export interface ListProps { rows: Row[]; renderItem: (row: Row, index: number) => ReactNode; empty?: ReactNode }
export function List(p: ListProps) { return <ul>{p.rows.length ? p.rows.map((r, i) => <li key={r.id}>{p.renderItem(r, i)}</li>) : p.empty}</ul>; }
export function Divider(props: { inset?: boolean }) { return <hr data-inset={props.inset} />; }
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
