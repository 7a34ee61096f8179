import { ages, names } from "./surface";
export const n = names().map(x => x?.length ?? ages()[0] ?? 0);
