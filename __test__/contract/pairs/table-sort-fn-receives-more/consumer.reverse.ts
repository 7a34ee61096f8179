import { createTable } from "./surface";
createTable({ data: [{ a: 1 }], onSort: (_k, _d, prev) => { prev?.trim(); } });
