import { DataTable, type Column, type DataTableProps } from "./surface";
interface User { id: string; age: number }
const columns: Column<User>[] = [{ header: "Id", accessor: "id" }, { header: "Age", accessor: "age", width: 10 }];
const p: DataTableProps<User> = { rows: [], columns };
export const a = [<DataTable key="1" {...p} />, <DataTable key="2" rows={[{ a: 1 }]} columns={[{ header: "A", accessor: "a" }]} />];
