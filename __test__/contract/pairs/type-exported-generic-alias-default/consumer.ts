import { open, type Envelope } from "./surface";
export const e: Envelope = { data: "x", at: new Date() };
export const s: string = open(e);
