import { createTheme, type Theme } from "./surface";
const t: Theme = createTheme({ palette: { main: "red" } }); export const s: string = t.spacing(1) + t.palette.main; export const own: Theme = { palette: t.palette, spacing: n => n + "px" }; declare module "./surface" { interface Theme { brand?: string } } export const b = t.brand;
