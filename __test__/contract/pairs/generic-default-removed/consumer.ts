import type { Response } from "./surface";
export const r: Response = { body: "ok" };
