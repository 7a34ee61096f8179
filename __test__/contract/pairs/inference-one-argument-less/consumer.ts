import { two } from "./surface";
export const length: number = two("a", "b").length;
