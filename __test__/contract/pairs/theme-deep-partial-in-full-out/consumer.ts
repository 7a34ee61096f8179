import { createTheme, useThemeName } from "./surface";
const t = createTheme({ palette: { fg: "#000" }, space: n => `${n}px` });
export const s: string = t.palette.bg + t.space(t.radius) + useThemeName();
