import { Decimal } from "./surface";
new Decimal(1).plus(new Decimal("2")).toString().trim(); export class Own extends Decimal { constructor() { super("1"); } }
