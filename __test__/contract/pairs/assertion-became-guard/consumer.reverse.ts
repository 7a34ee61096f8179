import { checkText, fail } from "./surface";
export function len(s: unknown) { return checkText(s) ? s.length : fail("no"); }
