import { parseDate } from "./surface";
parseDate("x")?.getTime(); ["a"].map((t) => parseDate(t));
