import type { JSX, ReactNode } from "react";
export declare function Tooltip(props: { content: ReactNode; placement?: "top" | "bottom"; children: ReactNode }): JSX.Element;
