import { Cart } from "./surface";
export function count(cart: Cart): number {
  return cart.items.length;
}
