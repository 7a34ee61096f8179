import { add, cents, type Cents } from "./surface";
const total: Cents = add(cents(1), cents(2)); (total + 1).toFixed();
