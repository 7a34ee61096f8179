import { Money } from "./surface";
Money.parse("1")?.cents.toFixed();
