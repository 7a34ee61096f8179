import type { CSSProperties, JSX, ReactNode } from "react";
export declare function Stack(props: { style?: CSSProperties; children?: ReactNode }): JSX.Element;
