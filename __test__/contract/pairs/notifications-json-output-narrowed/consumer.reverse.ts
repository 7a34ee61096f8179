import { restore } from "./surface";
const r = restore("k");
export function size(x = r): number {
  if (typeof x === "string") return x.length;
  if (typeof x === "number" || x === null) return 0;
  if (Array.isArray(x)) return x.length;
  return Object.values<unknown>({ ...x, extra: x["extra"] }).length;
}
