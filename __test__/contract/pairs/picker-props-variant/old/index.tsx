import type { JSX } from "react";
interface Base { label: string }
export type PickerProps = Base & ({ mode: "single"; value: string } | { mode: "multi"; value: string[] });
export declare function Picker(props: PickerProps): JSX.Element;
