import { checkText } from "./surface";
export function len(s: unknown) { checkText(s, "no"); return s.length; }
