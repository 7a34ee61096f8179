import { formatDate } from "./surface";
export const f: (ms: number) => string = formatDate;
