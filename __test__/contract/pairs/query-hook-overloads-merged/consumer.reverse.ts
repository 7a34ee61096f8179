import { useResource, type QueryOptions } from "./surface";
export function own(options?: QueryOptions) { return useResource("x", options); }
