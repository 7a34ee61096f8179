type Side = "left" | "right"; 
export type Placement = "auto" | "right-end" | "right-start" | "left-start" | "left-end";
export declare function place(p: Placement): { placement: Placement; side: Side };
