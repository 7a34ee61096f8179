import { ThemeContext } from "./surface";
export const a = <ThemeContext.Provider value={null}>x</ThemeContext.Provider>;
