export interface Row { id: string; name: string }
export declare function table(rows: readonly Row[], onSort: (column: keyof Row, ascending: boolean) => void): void;
