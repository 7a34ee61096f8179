import { collect } from "./surface";
export const all: number[] = [...collect(1, 2)];
