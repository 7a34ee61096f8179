import { measure } from "./surface";
export const lines: number = measure("a").lines;
