import { handlers, run } from "./surface";
export const n: number = handlers.words("a b") + run("length", "x");
