import { query, first } from "./surface";
const q = query<{ a: 1 }>("x"); if (!q.done) q.next()?.a; q.close(); first<string>("y")?.trim();
