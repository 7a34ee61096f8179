import { parseISO } from "./surface";
export const y = parseISO("2024")?.getFullYear() ?? 0; const d: Date | null = parseISO(""); export const n = d === null;
