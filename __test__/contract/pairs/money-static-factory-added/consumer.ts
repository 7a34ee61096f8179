import { Money } from "./surface";
Money.zero().plus(new Money(1)).cents.toFixed(); export class Own extends Money { constructor() { super(1); } } const fake: Money = { cents: 1, plus: (o) => o }; export { fake };
