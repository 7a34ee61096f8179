import type { HTMLAttributes, JSX } from "react";
type Slot = "root" | "label";
export interface CheckboxProps { checked: boolean; slotProps?: { [S in Slot]?: HTMLAttributes<HTMLElement> } }
export declare function Checkbox(props: CheckboxProps): JSX.Element;
