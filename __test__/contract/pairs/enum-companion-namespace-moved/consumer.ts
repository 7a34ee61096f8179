import { deal, Suit } from "./surface";
const c: Suit.Code = "h"; Suit.parse(c); deal(2).includes(Suit.Hearts);
