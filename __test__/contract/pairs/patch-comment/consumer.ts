import { add } from "./surface";
export const n: number = add(1, 2);
