import type { Locale } from "./surface";
export const names: Record<Locale, string> = { en: "English", de: "Deutsch" };
