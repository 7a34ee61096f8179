import { theme, type Theme } from "./surface";
const t: Theme = { ...theme, radius: 9 }; export const s: string = t.space.sm + theme.fonts[0]; theme.radius = 3;
