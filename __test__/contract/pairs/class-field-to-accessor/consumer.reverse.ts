import { Counter } from "./surface";
class Loud extends Counter {
  override get count() { return super.count; }
  override set count(v: number) { super.count = v; }
}
export const t = new Loud().bump();
