import { type Events } from "./surface";
export const run = (event: Events["drop"]) => void event?.sku;
