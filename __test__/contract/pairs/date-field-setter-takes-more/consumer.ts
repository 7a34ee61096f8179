import { dateField, type DateField } from "./surface";
const f: DateField = dateField(); f.value = new Date(); f.value = null; f.clear(); const d: Date | null = f.value; export { d };
