import type { JSX } from "react";
export interface SelectProps<T> {
  options: readonly T[];
  onPick: (option: T) => void;
}
export declare function Select<T>(props: SelectProps<T>): JSX.Element;
