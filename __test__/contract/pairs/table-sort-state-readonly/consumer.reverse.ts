import { useSort } from "./surface";
const s = useSort("name");
export const head: string = s.state.column + (s.state.descending ? "v" : "^");
