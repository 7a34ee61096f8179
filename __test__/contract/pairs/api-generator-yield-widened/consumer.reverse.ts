import { tokens } from "./surface";
export function words(s: string) { const g = tokens(s); const r = g.next(); return r.done ? r.value.toFixed() : r.value.kind; }
