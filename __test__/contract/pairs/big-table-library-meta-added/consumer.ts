import { createColumnHelper, useTable } from "./surface";
interface P { name: string; age: number }
const h = createColumnHelper<P>();
const columns = [h.accessor("age", { header: "Age", cell: c => c.getValue().toFixed() + c.row.original.name }), h.display({ id: "x", size: 3 }), h.group({ id: "g", columns: [] })];
export const rows = () => useTable({ data: [] as P[], columns }).getRows().map(r => r.getParent()?.subRows.length);
