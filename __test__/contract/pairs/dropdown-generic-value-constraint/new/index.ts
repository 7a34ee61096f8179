import type { JSX } from "react";
export interface DropdownProps<V extends string | number> { options: readonly { value: V; label: string; disabled?: boolean }[]; value: V; onChange(value: V): void }
export declare function Dropdown<V extends string | number>(props: DropdownProps<V>): JSX.Element;
