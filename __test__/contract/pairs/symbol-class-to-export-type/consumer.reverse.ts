import type { Basket } from "./surface";
export const count = (basket: Basket): number => basket.items.length;
const empty: Basket = { items: [] };
count(empty);
