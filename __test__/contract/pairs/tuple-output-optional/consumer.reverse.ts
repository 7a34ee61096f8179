import { bounds } from "./surface";
export const step = bounds(document.body)[2] ?? 1;
