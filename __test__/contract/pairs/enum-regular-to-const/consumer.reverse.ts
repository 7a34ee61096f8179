import { Rank } from "./surface";
export const first: Rank = Rank.One;
