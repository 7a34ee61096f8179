import { first, last } from "./surface";
export const a: string | undefined = first(["x"]) ?? last([]), b: string = first([], "y");
