import { ThemeProvider, useTheme, type ThemeValue } from "./surface";
const value: ThemeValue = { mode: "dark", toggle() {} };
function Inner() { const { mode, toggle } = useTheme(); return <button onClick={toggle}>{mode}</button>; }
export const v = <ThemeProvider value={value}><Inner /></ThemeProvider>;
