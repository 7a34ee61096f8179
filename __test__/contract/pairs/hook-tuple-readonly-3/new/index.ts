export interface Row { id: string }
export declare function useSelection(rows: readonly Row[]): readonly [Set<string>, (id: string) => void];
