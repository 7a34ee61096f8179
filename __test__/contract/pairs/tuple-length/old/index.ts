export type Coordinates = [number, number];
