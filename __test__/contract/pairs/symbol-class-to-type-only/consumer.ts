import { Cart } from "./surface";
export const cart: Cart = new Cart();
