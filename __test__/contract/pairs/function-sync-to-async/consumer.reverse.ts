import { loadTitle } from "./surface";
export const later: Promise<number> = loadTitle().then((t) => t.length);
