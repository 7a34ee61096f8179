import { formatNumber } from "./surface";
export const s = formatNumber(1n, { maximumFractionDigits: 2 });
