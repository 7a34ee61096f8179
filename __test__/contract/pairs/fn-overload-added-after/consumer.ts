import { parse, stringify } from "./surface";
export const s = stringify(parse("x"));
