import { kindOf } from "./surface";
export function wrap<X>(x: X): X extends { a: string } ? 1 : 2 {
  return kindOf(x);
}
