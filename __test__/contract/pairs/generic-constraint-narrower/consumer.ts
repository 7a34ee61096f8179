import { freeze } from "./surface";
export const n = freeze(5);
