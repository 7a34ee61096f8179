import theme, { themeNames } from "./surface";
export const s: string = theme.colors.fg + theme.radius + themeNames.length;
