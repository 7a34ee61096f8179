import { createTable } from "./surface";
const t = createTable({ data: [{ a: 1, b: {} }], onSort: (k, d) => { k.toUpperCase(); d.at(0); } });
t.toggle("a");
