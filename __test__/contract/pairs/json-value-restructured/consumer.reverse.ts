import { stringify, parse, type Json } from "./surface";
const j: Json = { a: [1, "b", null, { c: true }] }; export const s: string = stringify(j) + stringify([1, [2]]); const p = parse(s); if (Array.isArray(p)) p.push(1); else if (p && typeof p === "object") p.x = "y";
