type SortDir = "asc" | "desc";
type Keys<R> = { [K in keyof R]: R[K] extends string | number | Date ? K : never }[keyof R];
export interface TableOptions<R extends object> {
  data: readonly R[];
  initialSort?: { key: Keys<R>; dir?: SortDir };
  onSort?: (key: Keys<R>, dir: SortDir, previous: SortDir | null) => void;
}
export interface TableInstance<R extends object> { readonly rows: readonly R[]; toggle(key: Keys<R>): void }
export declare function createTable<R extends object>(options: TableOptions<R>): TableInstance<R>;
