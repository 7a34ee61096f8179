import type { Day } from "./surface";
export const day: Day = "tue";
