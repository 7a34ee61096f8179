import { formatDate, formatNumber } from "./surface";
export const s = formatNumber(1, { style: "currency", currency: "EUR" }) + formatDate(new Date(), { year: "numeric" });
