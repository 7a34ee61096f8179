import { Money } from "./surface";
const m: Money = Money.eur(1).plus(Money.eur(2)); export const n: number = m.minor;
