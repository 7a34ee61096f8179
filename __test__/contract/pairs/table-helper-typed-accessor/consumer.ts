import { createHelper } from "./surface";
export const c = createHelper<{ n: number }>().accessor("n", { header: "N", cell: ({ value }) => value.toFixed() });
