import { icons } from "./surface";
export const s: string = icons.search;
