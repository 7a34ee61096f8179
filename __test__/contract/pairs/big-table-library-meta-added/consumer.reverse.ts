import { createColumnHelper } from "./surface";
export const c = createColumnHelper<{ n: number }>().accessor("n", { meta: { align: "right" } });
