export type Cell = `${"top" | "bottom"}-${"left" | "right"}`;
export declare function place(cell: Cell): Cell;
