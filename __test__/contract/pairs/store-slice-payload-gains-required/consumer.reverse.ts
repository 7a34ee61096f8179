import { cartSlice } from "./surface";
const { payload } = cartSlice.actions.add({ sku: "s", amount: 2 });
export const s: string = payload.sku + payload.amount.toFixed();
export const state = cartSlice.getInitialState().lines["s"];
