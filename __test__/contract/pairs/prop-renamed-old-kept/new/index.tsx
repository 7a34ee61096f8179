import type { JSX } from "react";
export interface ChipProps { label: string; /** @deprecated use `color` */ colour?: "red" | "blue"; color?: "red" | "blue" }
export declare function Chip(props: ChipProps): JSX.Element;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
