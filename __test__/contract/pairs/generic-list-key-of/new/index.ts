import type { JSX, Key, ReactNode } from "react";
export interface ListProps<T> { items: readonly T[]; keyOf?(item: T): Key; renderItem(item: T, index: number): ReactNode }
export declare function List<T>(props: ListProps<T>): JSX.Element;
