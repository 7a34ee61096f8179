import { readLines } from "./surface";
export const first = async (b: Blob) => { const g = readLines(b); const r = await g.next(); await g.return(); return r.value; };
