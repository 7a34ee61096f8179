import { Rank } from "./surface";
export const all = Object.values(Rank);
