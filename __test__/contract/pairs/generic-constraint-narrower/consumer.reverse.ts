import { freeze } from "./surface";
export const o = freeze({ a: 1 });
