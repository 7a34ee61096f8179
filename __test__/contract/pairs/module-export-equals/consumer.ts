import price from "./surface";
export const one: number = price("book");
