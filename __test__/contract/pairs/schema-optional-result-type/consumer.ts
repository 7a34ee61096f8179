import { text } from "./surface";
export const s: string | undefined = text.optional().parse(1);
