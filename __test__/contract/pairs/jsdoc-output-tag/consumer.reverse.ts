import type { Health } from "./surface";
export const up = (h: Health) => h.uptime.toFixed();
