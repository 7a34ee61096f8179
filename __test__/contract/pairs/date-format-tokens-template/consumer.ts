import { format, parse } from "./surface";
format(new Date(), "YYYY-MM-DD"); parse("1", "YY.M.D");
