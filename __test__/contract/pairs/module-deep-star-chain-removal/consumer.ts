import { round, text } from "./surface";
export const s = text.upper(round(1.2, 1).toString());
