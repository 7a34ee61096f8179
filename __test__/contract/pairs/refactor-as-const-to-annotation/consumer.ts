import { BREAKPOINTS, STEPS, atLeast } from "./surface";
export const n: 480 = BREAKPOINTS.small;
export const [first, ...others]: readonly ["cart", "pay", "done"] = STEPS;
export const b = atLeast(3, "large");
