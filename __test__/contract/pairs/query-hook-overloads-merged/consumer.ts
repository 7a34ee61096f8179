import { useResource, type QueryOptions } from "./surface";
const o: QueryOptions = { staleTime: 1 };
useResource("a").refetch(); useResource("b", o).refetch(); useResource("c", { enabled: false }).data;
