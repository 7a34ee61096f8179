import { inspect } from "./surface";
export const s = inspect({ a: 1 }) + inspect("x", 3);
