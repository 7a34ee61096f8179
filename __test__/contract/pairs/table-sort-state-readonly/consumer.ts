import { useSort } from "./surface";
const s = useSort("name");
s.state.descending = !s.state.descending;
