import type { HTMLAttributes, JSX } from "react";
type Slot = "root" | "label" | "input";
export interface CheckboxProps { checked: boolean; slotProps?: Partial<Record<Slot, HTMLAttributes<HTMLElement>>> }
export declare function Checkbox(props: CheckboxProps): JSX.Element;
