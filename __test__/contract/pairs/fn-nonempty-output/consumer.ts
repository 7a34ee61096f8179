import { joinParts, parts } from "./surface";
const p: string[] = parts("a/b"); p.push("c");
export const s = joinParts(p.concat(parts("x")));
