import { str } from "./surface";
export const s: string = str().min(1).email().parse("");
