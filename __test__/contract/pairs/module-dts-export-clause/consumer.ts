import type { Hidden } from "./surface";
export const h: Hidden = { id: "1" };
