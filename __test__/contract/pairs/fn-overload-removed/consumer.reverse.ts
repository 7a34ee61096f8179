import { query, text } from "./surface";
const el = query("a");
export const t = el ? text(el) : "";
