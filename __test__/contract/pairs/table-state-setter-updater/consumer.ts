import { useTable, type TableState } from "./surface";
const t = useTable(); t.set({ page: 1 }); const s: TableState = t.state; s.sort?.trim();
