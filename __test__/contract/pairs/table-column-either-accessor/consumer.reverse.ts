import { renderTable } from "./surface";
export const s = renderTable<{ id: number }>([{ id: 1 }], [{ header: "ID", accessor: r => r.id + 1 }]);
