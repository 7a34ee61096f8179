export interface Column<T> { header: string; accessor: keyof T & string | ((row: T) => string | number); width?: number }
export declare function renderTable<T extends object>(rows: readonly T[], columns: readonly Column<T>[]): string;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
