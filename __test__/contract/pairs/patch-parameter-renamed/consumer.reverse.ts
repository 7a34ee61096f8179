import { trim } from "./surface";
export const t: string = trim("abc");
