import { pipe } from "./surface";
export const f: (s: string) => string = pipe((s: string) => s.length, n => n > 2, b => String(b));
