export interface Vector {
  y: number;
  x: number;
}
