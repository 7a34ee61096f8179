import { parse, stringify } from "./surface";
// @ts-expect-error a number is a mistake, and stays one
stringify(3);
export const u = parse("x");
