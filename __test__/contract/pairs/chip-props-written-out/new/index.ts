import type { JSX } from "react";
export type ChipProps = { label: string; onRemove?: () => void };
export declare function Chip(props: ChipProps): JSX.Element;
