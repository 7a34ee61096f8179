type Side = "left" | "right"; 
export type Placement = `${Side}-${"start" | "end"}` | "auto";
export declare function place(p: Placement): { placement: Placement; side: Side };
