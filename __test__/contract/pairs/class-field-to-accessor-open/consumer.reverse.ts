import { Shape } from "./surface";
export class Square extends Shape { override get area() { return 4; } }
