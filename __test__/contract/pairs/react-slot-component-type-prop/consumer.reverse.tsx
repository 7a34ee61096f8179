import { Table } from "./surface";
const Cell = (p: { value: string; selected: boolean }) => <td aria-selected={p.selected}>{p.value}</td>;
export const v = <Table rows={[]} components={{ Cell }} />;
