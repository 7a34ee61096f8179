import { ThemeProvider, useTheme } from "./surface";
function Inner() { return <i>{useTheme().density ?? 1}</i>; }
export const v = <ThemeProvider value={{ mode: "dark", toggle() {}, density: 2 }}><Inner /></ThemeProvider>;
