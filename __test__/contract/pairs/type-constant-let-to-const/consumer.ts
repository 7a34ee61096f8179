import { theme } from "./surface";
export const upper: string = theme.toUpperCase();
