import type { JSX, ReactNode } from "react";
export interface ListProps<T> { items: readonly T[]; renderItem(item: T, index: number): ReactNode }
export declare function List<T>(props: ListProps<T>): JSX.Element;
