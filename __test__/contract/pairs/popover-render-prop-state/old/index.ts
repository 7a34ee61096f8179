import type { JSX, ReactNode } from "react";
export interface PopoverState { open: boolean }
export declare function Popover(props: { children: (state: PopoverState) => ReactNode }): JSX.Element;
