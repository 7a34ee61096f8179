import { count } from "./surface";
export const n: number = count();
