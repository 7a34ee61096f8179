import { currentTheme } from "./surface";
declare module "./surface" { interface ThemeOverrides { brand?: string } }
export const b = currentTheme().brand;
