import type { JSX, ReactNode } from "react";
type Placement = "top" | "bottom" | "left" | "right";
export declare function Tooltip(props: { content: ReactNode | ((state: { open: boolean }) => ReactNode); placement?: Placement; children?: ReactNode }): JSX.Element;
