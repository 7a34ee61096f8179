import { setTheme } from "./surface";
setTheme("dark");
