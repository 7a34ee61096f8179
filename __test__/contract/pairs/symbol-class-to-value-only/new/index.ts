class CartImpl {
  items: string[] = [];
}
export const Cart: typeof CartImpl = CartImpl;
