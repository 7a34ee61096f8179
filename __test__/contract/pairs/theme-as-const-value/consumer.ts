import { breakpoints } from "./surface";
export const sm: 640 = breakpoints.sm;
