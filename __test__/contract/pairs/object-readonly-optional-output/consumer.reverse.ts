import { buildReport } from "./surface";
export const author: string | undefined = buildReport().author;
