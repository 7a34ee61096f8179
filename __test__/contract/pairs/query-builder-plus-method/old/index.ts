export interface Query<Row, Sel extends keyof Row = never> {
  select<K extends keyof Row>(...columns: K[]): Query<Row, Sel | K>;
  where<K extends keyof Row>(column: K, op: "=" | "<" | ">", value: Row[K]): Query<Row, Sel>;
  join<R2>(table: string): Query<Row & R2, Sel>;
  limit(n: number): Query<Row, Sel>;
  run(): Promise<Pick<Row, Sel>[]>;
}
export declare function from<Row>(table: string): Query<Row>;
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
