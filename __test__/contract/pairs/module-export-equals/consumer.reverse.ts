import price from "./surface";
export const one: number = price(1);
