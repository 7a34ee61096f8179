import type { ComponentType } from "react";
import { Row, type RowProps } from "./surface";
const p: RowProps = { cells: ["a"] };
const C: ComponentType<RowProps> = Row as ComponentType<RowProps>;
export const a = [<Row key="1" {...p} />, <Row key="2" cells={[]} selected />, <C key="3" cells={[]} />];
