import { loadPage } from "./surface";
export async function f() { const p = await loadPage<number>(); p.items.push(1); }
