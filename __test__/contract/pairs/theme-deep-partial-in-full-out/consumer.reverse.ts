import { createTheme } from "./surface";
export const s: string = createTheme({ palette: { accent: "#f00" } }).palette.accent;
