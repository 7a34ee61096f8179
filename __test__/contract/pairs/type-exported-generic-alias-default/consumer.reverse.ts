import type { Envelope } from "./surface";
export const e: Envelope = { data: 1, at: new Date() };
