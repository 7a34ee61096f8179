import { addDays } from "./surface";
export const d = addDays("2024-01-01", 3);
