type Colour = string | [number, number, number];
export interface Brush { get colour(): string; set colour(next: Colour) }
export declare function brush(): Brush;
