import type { JSX } from "react";
export interface ComboOption { id: string; label: string }
export type ComboProps =
  | { options: ComboOption[]; multiple?: false; value: string | null; onChange(next: string | null): void }
  | { options: ComboOption[]; multiple: true; value: string[]; onChange(next: string[]): void };
export declare function Combo(props: ComboProps): JSX.Element;
