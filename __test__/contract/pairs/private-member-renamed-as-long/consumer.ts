import { Cart } from "./surface";
export const total: number = new Cart().total;
