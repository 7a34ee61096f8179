import { products, type ProductPage } from "./surface";
export async function f() { const p: ProductPage = await products(); const n = await p.next?.(); p.items.push({ sku: "" }); return (n?.items[0].sku ?? "") + p.total; } export const fake: ProductPage = { items: [], total: 0 };
