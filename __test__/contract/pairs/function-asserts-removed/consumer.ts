import { mustBeText } from "./surface";
export function size(value: unknown): number {
  mustBeText(value);
  return value.length;
}
