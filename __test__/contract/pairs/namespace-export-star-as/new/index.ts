import * as dates from "./lib/dates";
import * as money from "./lib/money";
export { dates, money };
