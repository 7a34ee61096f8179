import { query } from "./surface";
export async function f() { const n = await query({ key: "a", fn: async () => 1 }); return n.toFixed(); }
