import type { Response } from "./surface";
export const r: Response<number> = { body: 1 };
