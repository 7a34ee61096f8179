import type { JSX, ReactNode } from "react";
export interface ListProps<T> { items: readonly T[]; renderRow: (row: T, index: number) => ReactNode; getKey?(row: T): string }
export declare function List<T>(props: ListProps<T>): JSX.Element;
