import type { Table } from "./surface";
export const t: Table<"a"> = { a: 1 };
