import { formatAmount } from "./surface";
formatAmount(1n, "EUR");
