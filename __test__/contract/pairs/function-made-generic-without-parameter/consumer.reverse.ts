import { setTheme } from "./surface";
setTheme<string>();
