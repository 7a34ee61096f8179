import type { ComponentProps, JSX } from "react";
export declare function Chip(props: { label: string; onRemove?: () => void }): JSX.Element;
export type ChipProps = ComponentProps<typeof Chip>;
