import { addDays, isBefore, type DateInput } from "./surface";
const d: DateInput = Date.now(); export const x: boolean = isBefore(addDays(d, 1), new Date()); export const l: Date[] = [1, new Date()].map(v => addDays(v, 2));
