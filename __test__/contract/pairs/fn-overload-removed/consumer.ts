import { query, text } from "./surface";
export const t = query("a", true).map(text);
