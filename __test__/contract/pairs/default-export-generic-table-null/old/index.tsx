import type { JSX, Key, ReactNode } from "react";
export interface Col<R> { id: Key; head: ReactNode; cell(row: R): ReactNode }
export default function Grid<R extends { id: Key }>(p: { rows: readonly R[]; cols: readonly Col<R>[]; empty?: ReactNode }): JSX.Element { return <table>{p.empty}</table>; }
