import { fold } from "./surface";
export const sum: number | undefined = fold("sum", "0", [1, 2]);
