import { format } from "./surface";
export const s = format("2024-01-31");
