import { amount } from "./surface";
amount.value = "12";
