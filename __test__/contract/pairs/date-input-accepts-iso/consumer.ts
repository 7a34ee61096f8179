import { addDays, format, type DateInput } from "./surface";
const d: DateInput = 0;
export const s: string = format(addDays(d, 1), "yyyy");
