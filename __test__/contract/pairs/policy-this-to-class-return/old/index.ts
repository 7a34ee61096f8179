export class Selection {
  protected ids = new Set<string>();
  add(id: string): this { this.ids.add(id); return this; }
  get size(): number { return this.ids.size; }
}
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
