export type Align = "left" | "right" | "center";
export declare function align(to: Align): void;
