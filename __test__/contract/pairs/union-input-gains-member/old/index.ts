export type Align = "left" | "right";
export declare function align(to: Align): void;
