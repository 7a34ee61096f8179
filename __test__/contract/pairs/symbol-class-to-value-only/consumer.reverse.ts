import { Cart } from "./surface";
type Cart = InstanceType<typeof Cart>;
export const mine: Cart = new Cart();
