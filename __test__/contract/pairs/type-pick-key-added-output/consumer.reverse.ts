import { summary } from "./surface";
export const n = summary().seats.toFixed();
