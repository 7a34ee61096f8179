import { parseJson, printJson, type Json } from "./surface";
const j: Json = { a: [1, "b", null, { c: true }] }; printJson(j).trim(); const p = parseJson("1"); if (Array.isArray(p)) p.push(1); else if (p && typeof p === "object") p.x = 2;
