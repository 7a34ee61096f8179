import { createTheme, setMode } from "./surface";
const t = createTheme({ colors: { accent: "red" } });
export const n: number = t.spacing.sm;
setMode("dark");
