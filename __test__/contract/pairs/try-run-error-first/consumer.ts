import type { Result } from "./surface";
export const r: Result<number> = { ok: true, value: 1 };
