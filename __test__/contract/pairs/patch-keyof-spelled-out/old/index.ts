interface Point {
  x: number;
  y: number;
}
export type Axis = keyof Point;
