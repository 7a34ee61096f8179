import { useQuery, type QueryResult } from "./surface";
export function f() { const q: QueryResult<{ n: number }> = useQuery(["a"], async () => ({ n: 1 })); if (q.status === "pending") q.refetch(); const { data } = q; return data?.n ?? 0; }
