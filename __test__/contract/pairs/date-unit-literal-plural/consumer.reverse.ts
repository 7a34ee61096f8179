import { startOf } from "./surface";
export const d = startOf(new Date(), "weeks");
