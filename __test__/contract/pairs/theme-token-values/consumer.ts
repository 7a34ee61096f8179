import { theme, useTheme } from "./surface";
export const g: string = theme.gap.sm + useTheme().scale(2);
