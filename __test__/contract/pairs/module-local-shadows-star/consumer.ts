import { left, size } from "./surface";
export const n: number = size() + left();
