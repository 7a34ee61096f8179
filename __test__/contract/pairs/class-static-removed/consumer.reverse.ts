import { Money } from "./surface";
export const some: Money = Money.of(5);
