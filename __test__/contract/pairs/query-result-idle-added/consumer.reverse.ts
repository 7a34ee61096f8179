import { useQuery, type QueryResult } from "./surface";
export function text(q: QueryResult<number>): string { return q.status === "success" ? q.data.toFixed() : q.error ? q.error.message : "…"; }
text(useQuery("a", async () => 1));
