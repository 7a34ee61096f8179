import { box } from "./surface";
export const s: string = box().value.trim();
