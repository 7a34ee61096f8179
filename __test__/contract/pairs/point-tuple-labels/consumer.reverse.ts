import { line, type Point } from "./surface";
const p: Point = [1, 2]; const [x, y] = line(p, [3, 4] as const)[0]!; (x + y).toFixed();
