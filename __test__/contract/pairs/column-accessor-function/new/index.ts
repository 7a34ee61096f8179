import type { JSX } from "react";
export interface Column<T> { header: string; accessor: keyof T | ((row: T) => unknown); width?: number }
export interface DataTableProps<T> { rows: T[]; columns: Column<T>[] }
export declare function DataTable<T>(props: DataTableProps<T>): JSX.Element;
