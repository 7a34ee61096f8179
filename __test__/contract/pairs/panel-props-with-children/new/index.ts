import type { JSX, PropsWithChildren } from "react";
export declare function Panel(props: PropsWithChildren<{ title: string; collapsed?: boolean }>): JSX.Element;
