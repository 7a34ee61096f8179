import { lines, numbered } from "./surface";
for (const [n, l] of numbered(lines("a\nb"))) console.log(n + l);
export const r = lines("x").next().value;
