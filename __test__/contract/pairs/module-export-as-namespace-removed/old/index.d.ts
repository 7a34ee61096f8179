export interface GaugeOptions { min: number; max: number }
export declare function gauge(el: { id: string }, options: GaugeOptions): { set(n: number): void };
export as namespace Gauge;
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
export {};
