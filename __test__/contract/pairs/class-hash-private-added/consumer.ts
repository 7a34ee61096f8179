import { Money, total } from "./surface";
const fake: Money = { cents: 1, currency: "EUR", plus: m => m, toString: () => "1" };
export const t = total([fake, new Money(1, "EUR")]).cents;
