import { parseDate } from "./surface";
parseDate("x", new Date()).getTime();
