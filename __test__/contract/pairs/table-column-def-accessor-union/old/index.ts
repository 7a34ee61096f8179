export type Column<R> = { [K in keyof R & string]: { key: K; title: string; format?: (value: R[K], row: R) => string } }[keyof R & string];
export declare function defineColumns<R>(...columns: Column<R>[]): number;
export declare function rowCount(): number;
