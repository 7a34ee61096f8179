import type { JSX } from "react";
export interface ComboOption { id: string; label: string }
type Shared = { options: ComboOption[] };
type Single = { multiple?: false; value: string | null; onChange(next: string | null): void };
type Multi = { multiple: true; value: string[]; onChange(next: string[]): void };
export type ComboProps = Shared & (Single | Multi);
export declare function Combo(props: ComboProps): JSX.Element;
