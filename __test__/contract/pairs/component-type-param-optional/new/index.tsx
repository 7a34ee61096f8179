import type { ComponentType, JSX } from "react";
export interface OptionProps { label: string; index?: number }
export declare function Combo(props: { Option?: ComponentType<OptionProps>; options: string[] }): JSX.Element;
