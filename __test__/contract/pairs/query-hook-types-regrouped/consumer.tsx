import { useQuery } from "./surface";
export function V() { const q = useQuery(["a"], { select: Number, staleTime: "static" }); return <b onClick={() => q.refetch()}>{q.error?.message ?? q.data?.toFixed()}</b>; }
