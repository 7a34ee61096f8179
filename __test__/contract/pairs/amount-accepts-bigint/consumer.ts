import { formatAmount } from "./surface";
formatAmount(1, "EUR").trim(); const f: (a: number, c: "USD") => string = formatAmount; f(1, "USD");
