import type { Env } from "./surface";
export const p = (e: Env): number => e.port;
