import { DataTable, type Column } from "./surface";
const columns: Column<{ id: string }>[] = [{ header: "Id", accessor: (r) => r.id.trim() }];
export const a = <DataTable rows={[]} columns={columns} />;
