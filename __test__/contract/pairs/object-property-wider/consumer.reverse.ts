import type { Settings } from "./surface";
export const mine: Settings = { timeout: "5s", name: "a" };
