import { at, count } from "./surface";
export const t: true = at("first").edge; count();
