import type { ReactNode } from "react";
export interface CellContext<R, V> { readonly row: R; readonly value: V | undefined; readonly index: number }
export interface Column<R, V> { readonly header: string; readonly cell: (ctx: CellContext<R, V>) => ReactNode }
export declare function accessor<R>(): <K extends keyof R>(key: K, col: Column<R, R[K]>) => ColumnDef<R>;
export interface ColumnDef<R> { readonly id: string; readonly sizeOf: (row: R) => number }
export declare function Table<R>(props: { rows: readonly R[]; columns: readonly ColumnDef<R>[] }): ReactNode;
