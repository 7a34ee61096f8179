import { onRows, type Row } from "./surface";
const keep: Row[] = [];
onRows(rows => { rows.reverse(); keep.push(...rows); });
