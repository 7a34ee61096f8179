interface Point { x: number; y: number }
const origin: Point = { x: 0, y: 0 };
function add(a: Point, b: Point): Point { return { x: a.x + b.x, y: a.y + b.y }; }
class Path { points: Point[] = []; to(p: Point): this { this.points.push(p); return this; } }
export { add, origin, Path };
export type { Point };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
