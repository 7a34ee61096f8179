import { name } from "./surface";
export const n: string = name;
