import { bagOf } from "./surface";
export const n: number = bagOf(1, 2).add(3) + bagOf("a").size;
