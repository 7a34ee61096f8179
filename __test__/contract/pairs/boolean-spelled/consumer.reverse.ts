import { flag, all, type Flag, type Opts } from "./surface";
const f: Flag = flag("a", null); const b: boolean = f ?? flag("x", true) ?? false; export const o: Opts = { strict: b }; export const u: unknown = all(); export const t: Record<`${boolean}`, number> = { true: 1, false: 2 };
