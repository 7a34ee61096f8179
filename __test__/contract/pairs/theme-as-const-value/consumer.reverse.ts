import { breakpoints } from "./surface";
export const sm: 600 = breakpoints.sm;
