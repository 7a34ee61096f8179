import { dropFirst } from "./surface";
export const t: string = dropFirst("a");
