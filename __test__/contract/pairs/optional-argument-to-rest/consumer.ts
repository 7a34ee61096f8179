import { range } from "./surface";
export const f = (to?: number) => range(1, to);
