import { last } from "./surface";
export const one = last([1] as readonly number[], 2);
