import { loadPage, type Page } from "./surface";
export async function f() { const p: Page<number> = await loadPage<number>("c"); return p.items.map((x) => x.toFixed()).join() + p.next; }
