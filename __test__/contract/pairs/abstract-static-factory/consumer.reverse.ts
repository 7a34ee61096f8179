import { Money } from "./surface";
export const m = Money.usd(3);
