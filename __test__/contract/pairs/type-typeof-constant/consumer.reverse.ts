import type { Defaults } from "./surface";
export const mine: Defaults = { pageSize: "50", sort: "desc" };
