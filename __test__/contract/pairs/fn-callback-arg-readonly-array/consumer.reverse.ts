import { onRows, currentRows } from "./surface";
onRows(rows => console.log(rows.length + currentRows().length))();
