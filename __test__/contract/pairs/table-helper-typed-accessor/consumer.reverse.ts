import { createHelper } from "./surface";
const h = createHelper<{ n: number }>();
export const c = [h.display("x"), h.accessor("n", { header: "N", cell: ctx => ctx.getValue().toFixed() })];
