import { measure } from "./surface";
export const size: number = measure("a").size;
