export interface Column<T> { header: string; accessor: keyof T }
export declare function createTable<T>(rows: readonly T[], columns: readonly Column<T>[]): { render(): string };
