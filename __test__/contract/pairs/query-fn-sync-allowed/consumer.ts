import { query, type QueryOptions } from "./surface";
const o: QueryOptions<number> = { key: "a", fn: async () => 1 };
export async function f() { const n: number = await query(o); const s = await query({ key: "b", fn: () => Promise.resolve("x"), staleTime: 1 }); return n + s.length; }
