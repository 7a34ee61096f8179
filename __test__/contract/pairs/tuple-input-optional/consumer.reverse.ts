import { padding } from "./surface";
export const s = padding([1, 2, 3]);
