import { loadTitle } from "./surface";
export const upper: string = loadTitle().toUpperCase();
