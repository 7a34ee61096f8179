import { fail, warn } from "./surface";
export function need(x: string | null): string { if (x === null) return fail("x"); warn(x); return x; }
