import { add } from "./surface";
export const n: number = add(3, 4);
