import type { ReactNode } from "react";
type Value<T, M extends boolean> = M extends true ? readonly T[] : T | null;
export interface ComboProps<T, M extends boolean = false> { items: readonly T[]; multiple?: M; onPick: (v: Value<T, M>) => void; label: (t: T) => string }
export declare function Combo<T, M extends boolean = false>(p: ComboProps<T, M>): ReactNode;
export declare function ComboGroup(p: { children?: ReactNode }): ReactNode;
