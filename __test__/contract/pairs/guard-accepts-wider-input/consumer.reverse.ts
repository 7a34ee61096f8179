import { isPresent } from "./surface";
export const f = (x: string | undefined): number => isPresent(x) ? x.length : 0;
