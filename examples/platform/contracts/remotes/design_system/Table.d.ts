import type { ReactNode } from "react";

export interface Column {
    title: string;
    /** Figures stand at the right. */
    isNumber?: boolean;
}
export interface TableProps {
    caption: string;
    columns: readonly Column[];
    /** One list of cells per row, as many as there are columns. */
    rows: readonly (readonly ReactNode[])[];
}
/** Rows under columns. */
export default function Table({ caption, columns, rows }: TableProps): ReactNode;
