import { cartSlice } from "./surface";
export const a: "cart/add" = cartSlice.actions.add({ sku: "s" }).type;
export const z = cartSlice.actions.clear();
