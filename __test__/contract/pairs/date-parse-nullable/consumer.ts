import { parseISO } from "./surface";
export const y = parseISO("2024").getFullYear();
