import { restore } from "./surface";
const r = restore("k");
export const s = typeof r === "object" && r !== null && !Array.isArray(r) ? Object.keys(r).length : String(r);
