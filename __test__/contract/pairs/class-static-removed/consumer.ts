import { Money } from "./surface";
export const none: Money = Money.zero();
