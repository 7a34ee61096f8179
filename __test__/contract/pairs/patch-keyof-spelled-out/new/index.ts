export type Axis = "x" | "y";
