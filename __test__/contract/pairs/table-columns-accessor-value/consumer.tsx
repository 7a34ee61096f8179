import { accessor, Table } from "./surface";
type P = { name: string; age: number };
const col = accessor<P>();
export const t = <Table rows={[] as P[]} columns={[col("age", { header: "Age", cell: (c) => c.value.toFixed() })]} />;
