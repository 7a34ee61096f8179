import { isText } from "./surface";
export function size(value: string | number): number {
  return isText(value) ? value.length : 0;
}
