import { sql } from "./surface";
export const f = async () => { for await (const rows of sql<{ a: 1 }>`x`.cursor(2)) console.log(rows[0]?.a); };
