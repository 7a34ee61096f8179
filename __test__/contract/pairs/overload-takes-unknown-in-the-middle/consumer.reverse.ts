import { fold } from "./surface";
export const sum: number = fold(0, "add", [1, 2]);
