import { type Events, on } from "./surface";
export const run = (event: Events["pick"]) => void event.sku;
on("pick", run);
