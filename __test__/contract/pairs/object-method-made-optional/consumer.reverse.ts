import type { Plugin } from "./surface";
export const bare: Plugin = {};
