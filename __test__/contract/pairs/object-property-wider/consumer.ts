import type { Settings } from "./surface";
export function half(s: Settings): number {
  return s.timeout / 2;
}
