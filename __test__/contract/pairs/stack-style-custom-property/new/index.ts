import type { CSSProperties, JSX, ReactNode } from "react";
export declare function Stack(props: { style?: CSSProperties & { "--stack-gap"?: string }; children?: ReactNode }): JSX.Element;
