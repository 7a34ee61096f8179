import type { Locale } from "./surface";
export const mine: Locale = "fr";
