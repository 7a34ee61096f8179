import { currentTheme } from "./surface";
const t: "light" | "dark" = currentTheme(); export { t };
