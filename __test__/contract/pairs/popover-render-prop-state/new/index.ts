import type { JSX, ReactNode } from "react";
export interface PopoverState { open: boolean; close(): void }
export declare function Popover(props: { children: (state: PopoverState) => ReactNode }): JSX.Element;
