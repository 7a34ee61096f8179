export interface TableState { sort: string | null; page: number }
type Updater<T> = T | ((previous: TableState) => T);
export declare function useTable(): { state: TableState; set(patch: Updater<Partial<TableState>>): void };
