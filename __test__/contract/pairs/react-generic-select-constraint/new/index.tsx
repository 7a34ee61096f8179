import type { ReactNode } from "react";
export interface SelectProps<T extends { id: string }> { options: readonly T[]; value: T | null; onSelect(option: T): void; label(option: T): ReactNode }
export function Select<T extends { id: string }>(p: SelectProps<T>) {
  return <ul>{p.options.map((o, i) => <li key={i} aria-selected={o === p.value} onClick={() => p.onSelect(o)}>{p.label(o)}</li>)}</ul>;
}
export function Spinner() { return <progress />; }
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
