export interface Dimension { get width(): number; set width(v: number); readonly unit: "px" }
export declare function dimension(): Dimension;
