import type { Settings } from "./surface";
export const twice = (s: Settings): number => s.retries * 2;
