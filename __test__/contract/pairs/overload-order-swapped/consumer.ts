import { select } from "./surface";
export const s = select("a").one;
