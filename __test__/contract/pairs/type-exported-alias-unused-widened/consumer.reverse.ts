import type { Priority } from "./surface";
export const p: Priority = "urgent";
