import { Cart } from "./surface";
const Cart = (items: string[]): Cart => ({ items });
export const mine = Cart(["pen"]);
