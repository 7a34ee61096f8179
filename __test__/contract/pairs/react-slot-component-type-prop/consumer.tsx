import { Table, columnsOf, type CellProps } from "./surface";
function Cell({ value }: CellProps) { return <td>{value}</td>; }
export const v = <Table rows={[{ a: "1" }]} components={{ Cell }} />;
export const first: string | undefined = columnsOf([])[0];
