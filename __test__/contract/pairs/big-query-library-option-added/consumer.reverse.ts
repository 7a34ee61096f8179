import { useQuery } from "./surface";
export const f = () => useQuery({ queryKey: ["x", 1], queryFn: c => c.queryKey[1], gcTime: 5 }).data;
