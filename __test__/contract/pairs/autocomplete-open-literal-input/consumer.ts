import { setTheme, themeClass } from "./surface";
setTheme("light"); const c: `theme-${string}` = themeClass("dark"); export { c };
