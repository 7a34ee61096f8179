import { Shape, unitName } from "./surface";
class Square extends Shape { constructor(private a: number) { super("square"); } override area() { return this.scale(1) + this.a ** 2; } }
export const s = new Square(2).name + unitName;
