import { Money, total } from "./surface";
export const t: string = total([new Money(1, "EUR")]).plus(new Money(2, "EUR")).toString();
