import { two } from "./surface";
export const length: number = two("a", 1).length;
