import { range } from "./surface";
export const first: number = range(3)[0];
