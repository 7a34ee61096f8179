class CartModel {
  items: string[] = [];
}
export type Cart = CartModel;
