import type { ColumnDef } from "./surface";
export const c: ColumnDef<{ n: number }> = { id: "n", get: (r) => r.n, meta: { align: "right" } };
