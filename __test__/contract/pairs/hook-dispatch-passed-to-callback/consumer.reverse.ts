import { filterNames, useFilter } from "./surface";
export const f = () => useFilter(t => t.trim()).apply({ set: filterNames()[0] ?? "" });
