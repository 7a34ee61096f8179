export interface ColumnDef<Row, Value = unknown> { id: string; get(row: Row): Value; cell?(value: Value): string; meta?: { align?: "left" | "right" } }
export declare function createTable<Row>(columns: readonly ColumnDef<Row, any>[], rows: readonly Row[]): { print(): string };
