import { greet } from "./surface";
export const s: string = greet("x", true);
