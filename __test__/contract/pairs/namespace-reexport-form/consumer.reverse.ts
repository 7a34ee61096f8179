import { money } from "./surface";
const c: money.Currency = "EUR"; money.format(1, c).trim();
