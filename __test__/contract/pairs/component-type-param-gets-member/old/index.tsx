import type { ComponentType, JSX } from "react";
export interface CellProps { row: number; value: unknown }
export declare function Grid(props: { cell: ComponentType<CellProps>; rows: number }): JSX.Element;
