import type { Merge } from "./surface";
export function keep<D, E>(merged: Merge<D, E>): D extends Function ? D | E : string {
  return merged;
}
