import { Shape } from "./surface";
export class Dot extends Shape {
  name(): string {
    return "dot";
  }
}
