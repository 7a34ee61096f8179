import type { JSX } from "react";
export type Size = "sm" | "md" | "lg";
export interface ButtonProps { size?: Size; label: string }
export declare function Button(props: ButtonProps): JSX.Element;
