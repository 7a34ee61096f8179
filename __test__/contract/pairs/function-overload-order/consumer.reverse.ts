import { convert } from "./surface";
export const count: number = convert("a");
