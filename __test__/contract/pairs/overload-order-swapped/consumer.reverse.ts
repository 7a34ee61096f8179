import { select } from "./surface";
export const s = select("a").many;
