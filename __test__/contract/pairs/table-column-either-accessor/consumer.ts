import { renderTable, type Column } from "./surface";
interface U { id: number; name: string } const c: Column<U>[] = [{ header: "ID", accessor: "id" }]; export const s: string = renderTable<U>([{ id: 1, name: "" }], [...c, { header: "N", accessor: "name", width: 3 }]);
