import type { Tank } from "./surface";
export const t: Tank = { level: 1 };
