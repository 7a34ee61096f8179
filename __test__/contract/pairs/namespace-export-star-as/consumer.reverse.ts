import { money, dates } from "./surface";
const c: money.Cents = money.parse.strict("1"); money.format(c); const i: dates.Iso = dates.today(); i.iso;
