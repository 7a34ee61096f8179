import { useTable } from "./surface";
useTable().set((p) => ({ page: p.page + 1 }));
