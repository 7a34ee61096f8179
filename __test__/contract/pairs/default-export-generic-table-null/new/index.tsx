import type { Key, ReactNode } from "react";
type GridProps<Row extends { id: Key }> = { empty?: ReactNode; cols: readonly Col<Row>[]; rows: readonly Row[] };
export interface Col<R> { head: ReactNode; id: Key; cell(r: R): ReactNode }
export default function Grid<Row extends { id: Key }>({ rows, empty }: GridProps<Row>): ReactNode { return rows.length ? <table /> : empty ?? null; }
