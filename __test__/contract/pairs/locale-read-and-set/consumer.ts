import { getLocale } from "./surface";
const flags = { en: "🇬🇧", de: "🇩🇪" }; export const flag = flags[getLocale()];
