import { listFiles } from "./surface";
export async function first() { const g = listFiles("/"); const r = await g.next(); await g.return(); return r.done ? null : r.value.path; }
