import { amount, cellOf } from "./surface";
amount.value = 1; const c = cellOf("a"); c.value = null; c.value = "b"; if (c.dirty) amount.value.toFixed();
