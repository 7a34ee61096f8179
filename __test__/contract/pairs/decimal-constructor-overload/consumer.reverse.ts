import { Decimal } from "./surface";
new Decimal(1n, 2);
