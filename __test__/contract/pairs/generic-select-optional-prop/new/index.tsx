import type { ReactNode, Key } from "react";
export interface SelectProps<T> {
  options: readonly T[];
  value: T | null;
  onChange: (next: T, index: number) => void;
  renderOption?: (option: T, state: { active: boolean }) => ReactNode;
  getKey?: (option: T) => Key;
  placeholder?: ReactNode;
}
export declare function Select<T extends object>(props: SelectProps<T>): ReactNode;
export declare function useSelection<T>(initial: T): readonly [T, (t: T) => void];
