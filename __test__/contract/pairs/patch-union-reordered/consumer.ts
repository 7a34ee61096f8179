import type { Day } from "./surface";
export const hours: Record<Day, number> = { mon: 1, tue: 2, wed: 3 };
