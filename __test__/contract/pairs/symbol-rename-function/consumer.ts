import { formatPrice } from "./surface";
export const label: string = formatPrice(250);
