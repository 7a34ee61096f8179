export interface Row { id: string; name: string; note?: string }
export declare function table(rows: readonly Row[], onSort: (column: keyof Row, ascending: boolean) => void): void;
