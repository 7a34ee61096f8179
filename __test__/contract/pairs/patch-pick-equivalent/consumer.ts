import type { Summary } from "./surface";
export const s: Summary = { id: "1" };
