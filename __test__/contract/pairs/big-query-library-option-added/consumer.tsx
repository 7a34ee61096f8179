import { QueryClient, QueryProvider, useMutation, useQuery, type QueryOptions } from "./surface";
const client = new QueryClient({ retries: 2 });
const options: QueryOptions<{ n: number }, Error, number> = { queryKey: ["a"], queryFn: ({ signal }) => ({ n: Number(signal.aborted) }), select: d => d.n };
function Inner() {
  const q = useQuery(options); const m = useMutation({ mutationFn: async (v: string) => v.length, onMutate: v => ({ v }), onError: (_e, _v, c) => c?.v.trim() });
  return <b onClick={() => m.mutate("x")}>{q.status === "success" ? q.data.toFixed() : q.error?.message}</b>;
}
export const V = () => <QueryProvider client={client}><Inner /></QueryProvider>;
