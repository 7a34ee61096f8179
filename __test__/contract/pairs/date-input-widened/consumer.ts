import { formatDate, isToday, type DateInput } from "./surface";
const d: DateInput = new Date(); formatDate(d, "x").trim(); [d].filter(isToday);
