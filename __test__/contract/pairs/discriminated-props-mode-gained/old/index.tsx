import type { ReactNode } from "react";
type Base = { readonly id?: string; readonly children?: ReactNode };
type Single = Base & { readonly mode: "single"; readonly value: string; readonly onChange: (v: string) => void };
type Multi = Base & { readonly mode: "multi"; readonly value: readonly string[]; readonly onChange: (v: readonly string[]) => void };

export type PickerProps = Single | Multi;
export declare function Picker(props: PickerProps): ReactNode;
