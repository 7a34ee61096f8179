import { Grid, type CellProps } from "./surface";
const Cell = ({ row, value }: CellProps) => <td>{row}{String(value)}</td>;
export const a = <><Grid rows={1} cell={Cell} /><Grid rows={2} cell={(p: { row: number }) => <td>{p.row}</td>} /></>;
