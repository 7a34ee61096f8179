import { search } from "./surface";
export const s: number = search.find("x").score;
