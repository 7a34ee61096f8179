import { settings } from "./surface";
export const d: number = settings().nested.depth;
