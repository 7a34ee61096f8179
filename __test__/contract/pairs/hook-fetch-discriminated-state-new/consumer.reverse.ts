import { useQuery } from "./surface";
export function name(): string {
  const q = useQuery(["u"], async s => ({ name: String(s.aborted) }));
  if (q.status === "success") return q.data.name;
  return q.status === "error" ? q.error.message : "-";
}
