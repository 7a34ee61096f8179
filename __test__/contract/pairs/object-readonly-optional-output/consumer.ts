import { buildReport } from "./surface";
export const initial: string = buildReport().author.charAt(0);
