import { createTranslator, fallback } from "./surface";
export const s = createTranslator(fallback)("items");
