import { formatDate } from "./surface";
export const d: string = formatDate(new Date()) + formatDate(new Date(), { dateStyle: "short", timeStyle: "long" }); const o: Parameters<typeof formatDate>[1] = { dateStyle: "full" }; formatDate(new Date(), o);
