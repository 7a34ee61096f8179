export interface Dimension { get width(): number; set width(v: number | `${number}px`); readonly unit: "px" }
export declare function dimension(): Dimension;
