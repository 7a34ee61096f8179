import { createTable, type ColumnDef } from "./surface";
const c: ColumnDef<{ n: number }, number> = { id: "n", get: (r) => r.n, cell: (v) => v.toFixed() };
createTable([c], [{ n: 1 }]).print();
