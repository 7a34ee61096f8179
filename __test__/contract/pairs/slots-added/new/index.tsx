import type { ElementType, JSX } from "react";
export interface SwitchSlots { root?: ElementType; thumb?: ElementType; track?: ElementType }
export interface SwitchProps { slots?: SwitchSlots; slotProps?: { [K in keyof SwitchSlots]?: Record<string, unknown> }; checked: boolean }
export declare function Switch(props: SwitchProps): JSX.Element;
