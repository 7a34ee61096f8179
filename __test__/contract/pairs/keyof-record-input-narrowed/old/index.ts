interface Cols { id: number; name: string; secret: string }
export declare function sortBy<K extends keyof Cols>(column: K, rows: Pick<Cols, K>[]): Pick<Cols, K>[];
