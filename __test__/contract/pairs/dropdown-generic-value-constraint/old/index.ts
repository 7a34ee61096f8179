import type { JSX } from "react";
export interface DropdownProps<V extends string> { options: readonly { value: V; label: string }[]; value: V; onChange(value: V): void }
export declare function Dropdown<V extends string>(props: DropdownProps<V>): JSX.Element;
