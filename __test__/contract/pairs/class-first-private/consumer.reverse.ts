import { format, Money } from "./surface";
format(new Money(1, "EUR").plus(new Money(2, "EUR")));
