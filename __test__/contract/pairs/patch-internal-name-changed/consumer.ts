import { formatDate } from "./surface";
export const d: string = formatDate(0);
