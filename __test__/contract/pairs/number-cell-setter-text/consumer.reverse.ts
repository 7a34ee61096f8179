import { amount } from "./surface";
if (amount.dirty) amount.value = amount.value + 1;
