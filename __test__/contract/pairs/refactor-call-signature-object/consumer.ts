import { ascending, sortRows } from "./surface";
export const r = sortRows(sortRows([{ id: 1 }], (a, b) => b.id - a.id), ascending).map(x => x.id);
