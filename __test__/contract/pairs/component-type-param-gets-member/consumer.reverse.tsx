import { Grid, type CellProps } from "./surface";
export const a = <Grid rows={1} cell={(p: CellProps) => <td className={p.focused ? "f" : ""} />} />;
