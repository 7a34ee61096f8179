import { names } from "./surface";
export const n: string[] = names();
