import { format, type Money } from "./surface";
const fake: Money = { amount: 1, currency: "EUR", plus: (o) => o };
format(fake);
