import { usePagination } from "./surface";
export const f = () => usePagination({ total: 100, pageSize: 10 }).pages;
