import { convert } from "./surface";
export const text: string = convert("a");
