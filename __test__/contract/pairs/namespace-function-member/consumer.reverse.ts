import { clsx } from "./surface";
export const cx = clsx.scoped({ a: "x" })("a");
