import { isoDate, list, type TypeOf } from "./surface";
const dates = list(isoDate);
const today: TypeOf<typeof dates> = [new Date()];
export const s: string[] = dates.encode(today);
