import { useQuery } from "./surface";
export function f() { const q = useQuery(["a"], async () => ({ n: 1 })); return q.status === "success" ? q.data.n : 0; }
