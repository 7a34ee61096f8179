export type RowData = object;
export interface Row<T extends RowData> { readonly id: string; readonly original: T; getValue<V>(columnId: string): V; readonly subRows: Row<T>[]; getParent(): Row<T> | undefined }
export interface CellContext<T extends RowData, V> { readonly row: Row<T>; readonly column: Column<T, V>; getValue(): V; renderValue(): V | null }
export interface Column<T extends RowData, V = unknown> { readonly id: string; readonly depth: number; readonly parent?: Column<T>; readonly columns: Column<T>[]; getSize(): number; toggleSorting(desc?: boolean): void; readonly def: ColumnDef<T, V> }
interface DefBase<T extends RowData, V> { id?: string; header?: string | ((ctx: { column: Column<T, V> }) => unknown); cell?: (ctx: CellContext<T, V>) => unknown; size?: number; meta?: { align?: "left" | "right" }; enableSorting?: boolean }
export type ColumnDef<T extends RowData, V = unknown> = (DefBase<T, V> & { accessorKey: keyof T & string }) | (DefBase<T, V> & { id: string; accessorFn: (row: T, index: number) => V }) | (DefBase<T, V> & { id: string; columns: ColumnDef<T, any>[] });
export interface ColumnHelper<T extends RowData> {
  accessor<K extends keyof T & string>(key: K, def: DefBase<T, T[K]>): ColumnDef<T, T[K]>;
  group(def: { id: string; columns: ColumnDef<T, any>[] }): ColumnDef<T>;
  display(def: DefBase<T, unknown> & { id: string }): ColumnDef<T>;
}
export declare function createColumnHelper<T extends RowData>(): ColumnHelper<T>;
export declare function useTable<T extends RowData>(options: { data: readonly T[]; columns: readonly ColumnDef<T, any>[]; getRowId?: (row: T, index: number) => string }): { getRows(): Row<T>[]; readonly columns: Column<T>[] };
export {};
