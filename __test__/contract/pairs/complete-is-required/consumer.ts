import { withDefaults, type Complete } from "./surface";
const c: Complete<{ a?: string; readonly b?: number }> = withDefaults<{ a?: string; readonly b?: number }>({}); c.a.trim(); c.b.toFixed();
export function own<T extends object>(v: T): Complete<T> { return withDefaults(v); }
