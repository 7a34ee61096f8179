import type { Point } from "./surface";
export function moveRight(p: Point): void {
  p.x += 1;
}
