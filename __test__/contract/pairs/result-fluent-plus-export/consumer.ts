import { err, ok, type Result } from "./surface";
function half(n: number): Result<number, "odd"> { return n % 2 ? err("odd") : ok(n / 2); }
const r = half(8).andThen(half).map(String).mapErr(e => e.length);
export const s: string | null = r.unwrapOr(null);
export const t = r.ok ? r.value.trim() : r.error.toFixed();
