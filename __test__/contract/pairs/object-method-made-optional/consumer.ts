import type { Plugin } from "./surface";
export const stop = (p: Plugin): void => p.dispose();
