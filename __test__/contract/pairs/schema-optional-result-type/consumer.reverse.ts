import { text, flag } from "./surface";
export const s: (string | null)[] = text.optional().array().parse(1);
export const b: boolean = flag.parse(0);
