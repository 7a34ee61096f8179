import type { OrderState } from "./surface";
export const f = (s: OrderState.Open) => s;
