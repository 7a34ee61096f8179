import { createTranslator } from "./surface";
export const s = createTranslator("de")("items", 3);
