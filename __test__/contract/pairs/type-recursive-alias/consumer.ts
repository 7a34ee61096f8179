import type { Json } from "./surface";
export function depth(j: Json): number {
  if (typeof j === "string" || typeof j === "number") return 0;
  if (Array.isArray(j)) return 1 + Math.max(...j.map(depth));
  const fields: { [key: string]: Json } = j;
  return 1 + Math.max(...Object.values(fields).map(depth));
}
