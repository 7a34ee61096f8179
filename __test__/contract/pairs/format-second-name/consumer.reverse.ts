import { formatMoney } from "./surface";
formatMoney(1).trim();
