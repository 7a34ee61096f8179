import type { JSX, MemoExoticComponent } from "react";
export interface RowProps { cells: readonly string[]; selected?: boolean }
export declare const Row: MemoExoticComponent<(props: RowProps) => JSX.Element>;
