import { Card, Grid, type CardProps } from "./surface";
const p: CardProps = { title: "x" };
export const v = <Grid columns={2} id="g" onClick={e => e.currentTarget.align}><Card {...p} footer={1}>text</Card></Grid>;
