export interface Column<T> { header: string; accessor: (row: T) => unknown }
export declare function createTable<T>(rows: readonly T[], columns: readonly Column<T>[]): { render(): string };
