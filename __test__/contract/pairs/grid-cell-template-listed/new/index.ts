export type Cell = "top-left" | "top-right" | "bottom-left" | "bottom-right";
export declare function place(cell: Cell): Cell;
