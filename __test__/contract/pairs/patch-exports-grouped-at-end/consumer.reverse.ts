import { Path, add, origin, type Point } from "./surface";
const p: Point = add(origin, { x: 1, y: 2 });
class Closed extends Path { close() { return this.to(this.points[0] ?? p); } }
export const n = new Closed().to(p).close().points.length;
