import type { Settings } from "./surface";
export const mine: Settings = {};
