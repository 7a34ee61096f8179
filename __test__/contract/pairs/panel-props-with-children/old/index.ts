import type { JSX, ReactNode } from "react";
export declare function Panel(props: { title: string; collapsed?: boolean; children?: ReactNode }): JSX.Element;
