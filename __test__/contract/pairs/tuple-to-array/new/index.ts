export type Rgb = number[];
