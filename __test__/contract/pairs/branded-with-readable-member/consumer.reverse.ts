import { measure } from "./surface";
export const size: Promise<number> = measure("a").size;
