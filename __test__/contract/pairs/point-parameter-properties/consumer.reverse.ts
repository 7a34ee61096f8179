import { Point } from "./surface";
new Point(1, 2).add(new Point(3, 4)).x.toFixed(); const like: Point = { x: 1, y: 2, add: (p) => p }; export { like };
