import type { Result } from "./surface";
export const r: Result<Error, number> = { ok: true, value: 1 };
