import { textOf } from "./surface";
const t: { readonly en: string; readonly de: string } = textOf("a"); export const l: string[] = [t.en, textOf("b").de, ...Object.values(textOf("c"))];
