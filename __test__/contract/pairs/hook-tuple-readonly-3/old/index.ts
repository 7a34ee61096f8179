export interface Row { id: string }
export declare function useSelection(rows: readonly Row[]): [Set<string>, (id: string) => void];
