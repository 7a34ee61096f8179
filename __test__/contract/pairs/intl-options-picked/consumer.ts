import { formatDate } from "./surface";
export const d = formatDate(new Date(), { weekday: "long" });
