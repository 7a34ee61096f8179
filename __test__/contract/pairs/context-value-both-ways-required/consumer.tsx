import { ThemeScope, rootName } from "./surface";
export const v = <ThemeScope value={{ name: rootName, depth: 0 }}>x</ThemeScope>;
