import { usePagination } from "./surface";
export const f = () => { const p = usePagination({ total: 100, siblings: 1 }); p.go(p.page + 1); return p.pages; };
