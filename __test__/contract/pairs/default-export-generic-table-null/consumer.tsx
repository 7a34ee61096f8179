import Grid, { type Col } from "./surface";
const cols: Col<{ id: number; n: string }>[] = [{ id: "n", head: "N", cell: (r) => r.n }];
export const g = <Grid rows={[{ id: 1, n: "x" }]} cols={cols} />;
