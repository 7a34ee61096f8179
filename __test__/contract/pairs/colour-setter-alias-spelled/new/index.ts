type Rgb = [red: number, green: number, blue: number];
export interface Brush { get colour(): string; set colour(next: Rgb | string) }
export declare function brush(): Brush;
