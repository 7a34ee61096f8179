import { first } from "./surface";
export const found = first<string>([1, "a"]);
