import { Basket } from "./surface";
export class GiftBasket extends Basket {
  note = "";
}
