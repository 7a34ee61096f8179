import { price, toOrderId } from "./surface";
export const n: number = price(toOrderId("x")) + 1;
