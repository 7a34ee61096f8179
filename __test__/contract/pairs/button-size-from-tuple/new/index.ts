import type { JSX } from "react";
declare const sizes: readonly ["sm", "md", "lg"];
export type Size = (typeof sizes)[number];
export interface ButtonProps { size?: Size; label: string }
export declare function Button(props: ButtonProps): JSX.Element;
