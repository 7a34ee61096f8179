export type Coordinates = [number, number, number];
