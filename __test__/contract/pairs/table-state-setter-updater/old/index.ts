export interface TableState { sort: string | null; page: number }
export declare function useTable(): { state: TableState; set(patch: Partial<TableState>): void };
