import type { Theme } from "./surface";
export const mine: Theme = { accent: "red" };
