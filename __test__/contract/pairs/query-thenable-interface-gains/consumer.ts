import { end, sql } from "./surface";
export const f = async () => { const rows = await sql<{ a: 1 }>`select ${3}`; await end(); return rows[0]?.a ?? (await sql<{ a: 1 }>`x`.first())?.a; };
